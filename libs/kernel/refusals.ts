import type { Words } from './text';

/**
 * Every way in which the product says no, with what it means in plain Dutch (B1) and in English, and what to do about it.
 * One list for API, client and documents; the compiler refuses a code without both sentences.
 */
export const REFUSALS = {
  // what comes in
  BAD_INPUT: { nl: 'Dit veld klopt niet. Kijk wat er wordt gevraagd.', en: 'This field is not right. See what is asked.' },
  REQUIRED: { nl: 'Vul dit in.', en: 'Fill this in.' },
  TOO_LONG: { nl: 'Deze tekst is te lang. Maak hem korter.', en: 'This text is too long. Shorten it.' },
  TOO_SHORT: { nl: 'Deze uitleg is te kort. Schrijf er iets meer over.', en: 'This is too short. Say a little more.' },
  CHAR_NOT_ALLOWED: {
    nl: 'Er staat een teken in dat niet kan. Haal het weg.',
    en: 'It holds a character that is not allowed. Remove it.',
  },
  DATE_INVALID: { nl: 'Deze dag bestaat niet. Schrijf jaar-maand-dag.', en: 'This day does not exist. Write year-month-day.' },
  DATE_FUTURE: {
    nl: 'Deze dag ligt in de toekomst. Kies vandaag of eerder.',
    en: 'This day is in the future. Choose today or earlier.',
  },
  DATE_IMPLAUSIBLE: {
    nl: 'Deze dag is wel erg lang geleden. Controleer het jaar.',
    en: 'This day is very long ago. Check the year.',
  },
  RANGE_INVERTED: { nl: 'Het einde ligt voor het begin. Draai ze om.', en: 'The end lies before the begin. Swap them.' },
  BSN_INVALID: { nl: 'Dit BSN klopt niet. Controleer de cijfers.', en: 'This BSN is not right. Check the digits.' },
  AMOUNT_NEGATIVE: { nl: 'Een bedrag onder nul kan hier niet.', en: 'An amount below zero is not possible here.' },
  AMOUNT_RANGE: {
    nl: 'Dit bedrag is geen bedrag in hele centen dat wij kunnen bewaren.',
    en: 'This is not an amount in whole cents that can be kept.',
  },
  DECIMAL_INVALID: { nl: 'Schrijf een getal met een punt, zoals 1.5.', en: 'Write a number with a point, such as 1.5.' },
  ID_INVALID: { nl: 'Dit is geen geldig kenmerk.', en: 'This is not a valid id.' },
  LIMIT_PAGE: { nl: 'Vraag 1 tot 100 rijen tegelijk.', en: 'Ask for 1 to 100 rows at a time.' },
  QUERY_TOO_LARGE: { nl: 'Deze vraag is te groot. Vraag minder tegelijk.', en: 'This query is too large. Ask for less at once.' },
  WRONG_TRANSPORT: {
    nl: 'Vragen en doen gaat over HTTP, volgen over de websocket.',
    en: 'Asking and acting goes over HTTP, following over the socket.',
  },
  // who is asking
  NOT_SIGNED_IN: { nl: 'Meld u eerst aan.', en: 'Sign in first.' },
  UNKNOWN_ACCOUNT: {
    nl: 'Wij kennen dit account niet. Vraag de functioneel beheerder om een uitnodiging.',
    en: 'This account is not known here. Ask the functional administrator for an invitation.',
  },
  TOKEN_INVALID: {
    nl: 'Dit toegangsbewijs klopt niet of is verlopen. Meld u opnieuw aan.',
    en: 'This token is not valid or has expired. Sign in again.',
  },
  SIGN_IN_FAILED: {
    nl: 'Aanmelden is niet gelukt of duurde te lang. Begin opnieuw.',
    en: 'Signing in did not work or took too long. Start again.',
  },
  SIGN_IN_UNAVAILABLE: {
    nl: 'De aanmelddienst is nu niet bereikbaar. Probeer het zo weer.',
    en: 'The sign-in service cannot be reached now. Try again in a moment.',
  },
  NOT_SAME_ORIGIN: {
    nl: 'Deze vraag kwam van een andere site. Begin op onze eigen pagina.',
    en: 'This request came from another site. Start from our own page.',
  },
  NOT_FOUND: { nl: 'Dit is er niet, of het is niet voor u.', en: 'This does not exist, or it is not for you.' },
  NOT_ALLOWED: {
    nl: 'Dit hoort niet bij uw rol of taak in dit huishouden.',
    en: 'This is not part of your role or task in this household.',
  },
  OWN_RIGHTS: {
    nl: 'Niemand verandert zijn eigen rechten. Vraag een andere beheerder.',
    en: 'Nobody changes their own rights. Ask another administrator.',
  },
  ROLES_CONFLICT: { nl: 'Deze rollen gaan niet samen bij één persoon.', en: 'These roles cannot be held by one person.' },
  ACCOUNT_EXISTS: { nl: 'Dit account is er al.', en: 'This account exists already.' },
  // editing
  CHANGED_MEANWHILE: {
    nl: 'Iemand anders heeft dit intussen gewijzigd. Kijk wat er nieuw is en probeer het opnieuw.',
    en: 'Somebody else changed this meanwhile. See what is new and try again.',
  },
  IDEMPOTENCY_MISMATCH: {
    nl: 'Deze sleutel is al gebruikt voor iets anders. Maak een nieuwe.',
    en: 'This key was used for something else. Make a new one.',
  },
  CLOCK_IS_REAL: {
    nl: 'Alleen een demo-gemeente heeft een klok die u kunt zetten.',
    en: 'Only a demo municipality has a clock that can be set.',
  },
  // household
  LEAD_IS_DEPUTY: { nl: 'Regisseur en plaatsvervanger zijn twee personen.', en: 'Lead and deputy are two persons.' },
  NOT_A_PROFESSIONAL: {
    nl: 'Deze persoon is geen professional van deze gemeente.',
    en: 'This person is not a professional of this municipality.',
  },
  ROLE_UNSUITED: {
    nl: 'Deze persoon heeft hier niet de rol voor. Vraag iemand anders.',
    en: 'This person does not have the role for this. Ask somebody else.',
  },
  HOUSEHOLD_CODE_TAKEN: { nl: 'Deze code is al gebruikt.', en: 'This code is taken.' },
  DUPLICATE_PERSON: {
    nl: 'Deze persoon staat al in de gemeente geregistreerd.',
    en: 'This person is registered in the municipality already.',
  },
  MEMBER_UNKNOWN: { nl: 'Deze persoon hoort niet bij dit huishouden.', en: 'This person does not belong to this household.' },
  PROBLEM_TYPE_UNKNOWN: { nl: 'Dit soort probleem staat niet in de lijst.', en: 'This type of problem is not in the list.' },
  PROBLEM_UNKNOWN: { nl: 'Dit probleem hoort niet bij dit huishouden.', en: 'This problem does not belong to this household.' },
  CAUSED_BY_ITSELF: {
    nl: 'Een probleem is niet zijn eigen oorzaak, ook niet via een omweg.',
    en: 'A problem does not cause itself, nor by a detour.',
  },
  AGENCY_UNKNOWN: { nl: 'Deze instantie kennen wij niet.', en: 'This agency is not known.' },
  INVOLVEMENT_UNKNOWN: {
    nl: 'Deze betrokkenheid hoort niet bij dit huishouden of is voorbij.',
    en: 'This involvement does not belong to this household or has ended.',
  },
  LAW_UNKNOWN: { nl: 'Deze wet staat niet in de catalogus.', en: 'This law is not in the catalogue.' },
  PAYER_UNKNOWN: { nl: 'Deze betaler staat niet in de lijst.', en: 'This payer is not in the list.' },
  SERVICE_UNKNOWN: { nl: 'Deze voorziening staat niet in de lijst.', en: 'This service is not in the list.' },
  PROVISION_UNKNOWN: { nl: 'Dit artikel staat niet in de catalogus.', en: 'This provision is not in the catalogue.' },
  WAIT_ON_ITSELF: { nl: 'Iets kan niet op zichzelf wachten.', en: 'Nothing can wait for itself.' },
  WAIT_END_UNKNOWN: {
    nl: 'Een kant van dit wachten hoort niet bij dit huishouden.',
    en: 'One end of this wait does not belong to this household.',
  },
  BASIS_UNKNOWN: { nl: 'Deze grondslag staat niet in de lijst.', en: 'This basis is not in the list.' },
  BASIS_NOT_VALID: { nl: 'Deze grondslag geldt niet in deze periode.', en: 'This basis is not valid in this period.' },
  PURPOSE_OUTSIDE_BASIS: { nl: 'Dit doel hoort niet bij deze grondslag.', en: 'This purpose does not belong to this basis.' },
  DOMAIN_OUTSIDE_BASIS: { nl: 'Dit leefgebied valt niet onder deze grondslag.', en: 'This life domain is outside this basis.' },
  RECIPIENT_OUTSIDE_BASIS: {
    nl: 'Deze instantie mag op deze grondslag niets ontvangen.',
    en: 'This agency may not receive anything on this basis.',
  },
  CONSENT_MISSING: {
    nl: 'Deze grondslag vraagt toestemming. Leg vast van wie, wanneer en hoe.',
    en: 'This basis needs consent. Record whose, when and how.',
  },
  SHARE_NOTHING: {
    nl: 'Er is niets gekozen. Kies leefgebieden, of een of meer notities.',
    en: 'Nothing was chosen. Choose life domains, or one or more notes.',
  },
  NOTE_UNKNOWN: { nl: 'Deze notitie hoort niet bij dit huishouden.', en: 'This note does not belong to this household.' },
  NOTE_ABOUT_OTHER: {
    nl: 'Deze notitie gaat over iemand anders dan de personen van deze deling.',
    en: 'This note is about somebody else than the persons of this share.',
  },
  MEMBER_ALREADY: {
    nl: 'Deze persoon hoort in deze periode al bij het huishouden.',
    en: 'This person belongs to the household in this period already.',
  },
  DEPUTY_MISSING: { nl: 'Er is geen plaatsvervanger.', en: 'There is no deputy.' },
  CASE_OPEN: { nl: 'Dit dossier is niet gesloten.', en: 'This file is not closed.' },
  OPEN_ACTIONS: {
    nl: 'Er staat nog iets open. Rond dat eerst af.',
    en: 'Something is still open. Finish that first.',
  },
  RETENTION_PASSED: {
    nl: 'De bewaartermijn is voorbij. Dit dossier gaat niet meer open.',
    en: 'The retention term has passed. This file is not opened again.',
  },
  NOTHING_TO_HAND_OVER: {
    nl: 'Er zijn geen huishoudens van deze persoon die u kunt overdragen.',
    en: 'There are no households of this person that you can hand over.',
  },
  LEADS_ALREADY: { nl: 'Dit is dezelfde persoon. Kies iemand anders.', en: 'This is the same person. Choose somebody else.' },
  CASE_CLOSED: {
    nl: 'Dit dossier is gesloten. Heropen het eerst.',
    en: 'This file is closed. Reopen it first.',
  },
  ATTACHMENT_TOO_LARGE: {
    nl: 'Dit bestand is groter dan 5 MB. Maak een kleinere foto, of stuur de bladzijden apart.',
    en: 'This file is larger than 5 MB. Take a smaller photo, or send the pages one by one.',
  },
  ATTACHMENT_KIND: {
    nl: 'Dit is geen foto (JPEG of PNG) en geen PDF. Maak een foto van de brief.',
    en: 'This is no photo (JPEG or PNG) and no PDF. Take a photo of the letter.',
  },
  ATTACHMENT_UNREADABLE: {
    nl: 'Dit bestand is niet te lezen: het is beschadigd, niet af of veel te groot van beeld. Maak een nieuwe foto.',
    en: 'This file cannot be read: it is damaged, cut off, or its picture is far too large. Take a new photo.',
  },
  ATTACHMENT_LOCKED: {
    nl: 'Op deze PDF zit een wachtwoord. Stuur hem zonder wachtwoord, of maak een foto van de brief.',
    en: 'This PDF has a password. Send it without one, or take a photo of the letter.',
  },
  ATTACHMENTS_FULL: {
    nl: 'Bij deze brief staan al tien bestanden. Trek er eerst een in, of zet het bij een andere brief.',
    en: 'This letter has ten files already. Withdraw one first, or put it with another letter.',
  },
  LETTER_UNKNOWN: { nl: 'Deze brief hoort niet bij dit huishouden.', en: 'This letter does not belong to this household.' },
  AMOUNT_WITHOUT_PAY: {
    nl: 'Een bedrag hoort bij een brief die om betaling vraagt. Kies betalen, of laat het bedrag weg.',
    en: 'An amount belongs to a letter that asks to pay. Choose to pay, or leave the amount out.',
  },
  EVIDENCE_ON_FILE: {
    nl: 'Dit bewijs ligt er al en mag hiervoor worden gebruikt. Vraag het niet nog eens aan het huishouden.',
    en: 'This proof is on file and may be used for this. Do not ask the family again.',
  },
  EVIDENCE_ASKED_ALREADY: { nl: 'Hier is al om gevraagd.', en: 'This was asked for already.' },
  EVIDENCE_UNKNOWN: { nl: 'Dit bewijs is niet van deze persoon.', en: 'This evidence is not of this person.' },
  PURPOSE_UNKNOWN: { nl: 'Dit doel staat niet in de lijst.', en: 'This purpose is not in the list.' },
  PURPOSE_NOT_SHARED: {
    nl: 'Voor dit doel is met deze instantie niets over deze persoon gedeeld. Overleg met de regisseur.',
    en: 'Nothing about this person was shared with this agency for this purpose. Talk to the lead professional.',
  },
  INDICATION_UNKNOWN: {
    nl: 'Deze indicatie hoort niet bij dit huishouden.',
    en: 'This indication does not belong to this household.',
  },
  DATE_OUTSIDE_INDICATION: {
    nl: 'Deze dag valt buiten de indicatie.',
    en: 'This day lies outside the indication.',
  },
  CLAIM_UNKNOWN: { nl: 'Deze vordering hoort niet bij dit huishouden.', en: 'This claim does not belong to this household.' },
  CLAIM_WAIVED: { nl: 'Deze vordering is al kwijtgescholden.', en: 'This claim was waived already.' },
  WAIVER_ABOVE_CLAIM: {
    nl: 'Dit is meer dan er nog openstaat.',
    en: 'This is more than is still open.',
  },
  INSTALMENTS_ABOVE_CLAIM: {
    nl: 'Met deze termijnen betaalt het huishouden meer dan er nog openstaat. Neem minder maanden.',
    en: 'With these instalments the family pays more than is still open. Take fewer months.',
  },
  CLAIM_NOT_PAUSED: {
    nl: 'Op deze dag staat deze vordering niet stil, of niet al eerder. Trek een pauze in die niet had moeten beginnen.',
    en: 'This claim is not paused on this day, or not before it. Withdraw a pause that should not have begun.',
  },
  PAUSE_OVERLAPS: { nl: 'In deze tijd staat de vordering al stil.', en: 'The claim is paused in this time already.' },
  YEAR_IMPLAUSIBLE: { nl: 'Dit jaar kan niet kloppen. Kijk het na.', en: 'This year cannot be right. Check it.' },
  YEAR_COUNTED: {
    nl: 'Voor deze twaalf maanden is al een aantal vastgelegd.',
    en: 'A count for these twelve months is recorded already.',
  },
  ENTERED_ALREADY: {
    nl: 'Dit staat er al. Trek de oude regel in als die niet klopt.',
    en: 'This is there already. Withdraw the old line if it is wrong.',
  },
  ENTRY_UNKNOWN: {
    nl: 'Deze regel hoort hier niet bij.',
    en: 'This entry does not belong here.',
  },
  WITHDRAWN_ALREADY: {
    nl: 'Deze regel is al ingetrokken.',
    en: 'This entry was withdrawn already.',
  },
  ENTRY_IN_USE: {
    nl: 'Iets anders steunt op deze regel. Trek dat eerst in.',
    en: 'Something else rests on this entry. Withdraw that first.',
  },
  MONTH_COUNTED: {
    nl: 'Voor deze maand is al een aantal vastgelegd.',
    en: 'A count for this month is recorded already.',
  },
  // plan: why a plan cannot be decided
  GOAL_MISSING: {
    nl: 'Er is nog geen doel in de woorden van het huishouden.',
    en: 'There is no goal yet in the words of the household.',
  },
  FIRST_STEP_MISSING: { nl: 'Geen enkel doel heeft een eerste stap.', en: 'No goal has a first step.' },
  MEASURE_MISSING: { nl: 'Er is nog geen maatregel.', en: 'There is no measure yet.' },
  AS_NOW_MISSING: {
    nl: 'Er staat nog niet wat het kost als alles blijft zoals nu.',
    en: 'What it costs to go on as now is missing.',
  },
  FEWER_THAN_TWO_SCENARIOS: { nl: 'Vergelijk minstens twee scenario’s.', en: 'Compare at least two scenarios.' },
  REVERSE_TEST_INCOMPLETE: { nl: 'De omgekeerde toets is niet af.', en: 'The reverse test is not complete.' },
  LAW_TOUCHED_WITHOUT_GROUND: {
    nl: 'Een wet die geraakt wordt heeft geen grond. Geef er een, of schrap de wet met een regel uitleg.',
    en: 'A law that is touched has no ground. Give one, or strike the law out with a line.',
  },
  LIMIT_UNANSWERED: {
    nl: 'Een bepaling die in de weg staat is niet beantwoord.',
    en: 'A provision that stands in the way is not answered.',
  },
  CONTRADICTION_UNRESOLVED: {
    nl: 'Een tegenspraak tussen wetten is nog niet opgelost.',
    en: 'A contradiction between laws is not resolved yet.',
  },
  FEWER_THAN_TWO_LAWS: {
    nl: 'Een afwijkende maatregel steunt op minder dan twee wetten.',
    en: 'A measure that deviates stands on fewer than two laws.',
  },
  NO_ROOM_CITED: {
    nl: 'Een afwijkende maatregel noemt geen bepaling die ruimte geeft.',
    en: 'A measure that deviates cites no provision that gives room.',
  },
  PROVISION_NOT_IN_FORCE: {
    nl: 'Een aangehaald artikel gold niet op de dag van het plan.',
    en: 'A cited provision was not in force on the day of the plan.',
  },
  VALUE_NOT_SUFFICIENT: {
    nl: 'Een van de drie waarden is nog niet voldoende.',
    en: 'One of the three values is not sufficient yet.',
  },
  PERSPECTIVE_MISSING: { nl: 'Een van de drie perspectieven ontbreekt.', en: 'One of the three perspectives is missing.' },
  PERSPECTIVE_NOT_SUFFICIENT: {
    nl: 'Vanuit een perspectief is het plan niet voldoende.',
    en: 'A perspective is not judged sufficient.',
  },
  FUNDING_NOT_COMPLETE: {
    nl: 'Het geld van een maatregel is niet tot op de cent verdeeld.',
    en: 'The money of a measure is not divided to the cent.',
  },
  POSITION_UNANSWERED: {
    nl: 'Een instantie is niet gevraagd of heeft nog niet geantwoord.',
    en: 'An agency was not asked or has not answered yet.',
  },
  OBJECTION_UNANSWERED: {
    nl: 'Een bezwaar van een instantie is niet beantwoord.',
    en: 'An objection of an agency is not answered.',
  },
  HOUSEHOLD_NOT_AGREED: { nl: 'Het huishouden heeft nog geen ja gezegd.', en: 'The household has not agreed yet.' },
  LEAD_OR_DEPUTY_MISSING: { nl: 'Er is geen regisseur of geen plaatsvervanger.', en: 'Lead professional or deputy is missing.' },
  MANDATE_EXCEEDED: { nl: 'Uw mandaat dekt dit plan niet.', en: 'Your mandate does not cover this plan.' },
  NOT_OWN_PLAN: {
    nl: 'Wie aan dit plan schreef, beslist er niet over. Vraag iemand anders.',
    en: 'Whoever wrote in this plan does not decide on it. Ask somebody else.',
  },
  // plan: acts
  NOT_ASKED: {
    nl: 'U bent hier niet voor gevraagd. De regisseur vraagt adviseurs en beslissers.',
    en: 'You were not asked for this. The lead professional asks advisers and deciders.',
  },
  REASON_TOO_SHORT: {
    nl: 'Leg uit waarom, in minstens 20 tekens.',
    en: 'Explain why, in at least 20 characters.',
  },
  RETURN_NOT_SIGNED: {
    nl: 'Dit plan kost meer dan doorgaan zoals nu. Teken daarvoor, of beslis niet.',
    en: 'This plan costs more than going on as now. Sign for that, or do not decide.',
  },
  CONTRADICTION_UNKNOWN: {
    nl: 'Deze tegenspraak hoort niet bij dit plan.',
    en: 'This contradiction does not belong to this plan.',
  },
  PATTERN_NOT_PROPOSED: {
    nl: 'Dit patroon speelt hier niet, of er is al iets mee gedaan.',
    en: 'This pattern does not play here, or it was dealt with already.',
  },
  POSITION_UNKNOWN: {
    nl: 'Deze vraag aan een instantie hoort niet bij dit plan.',
    en: 'This question to an agency does not belong to this plan.',
  },
  CONDITION_IN_A_YES: {
    nl: 'Hoort er een voorwaarde bij? Kies dan "akkoord als", zodat iemand die voorwaarde aanneemt of beantwoordt.',
    en: 'Is there a condition? Then choose "agrees if", so that somebody accepts or answers it.',
  },
  NO_OPEN_CONDITION: {
    nl: 'Deze instantie stelde geen voorwaarde die nog open staat.',
    en: 'This agency set no condition that is still open.',
  },
  NO_OBJECTION: { nl: 'Deze instantie maakt geen bezwaar.', en: 'This agency does not object.' },
  AGREEMENT_UNKNOWN: {
    nl: 'Deze persoon heeft zich over dit plan niet uitgesproken.',
    en: 'This person has said nothing of this plan.',
  },
  AGREEMENT_IS_OWN: {
    nl: 'Ja of nee zegt iemand voor zichzelf. Wat op het scherm is gezegd, verandert die persoon zelf.',
    en: 'People say yes or no for themselves. What was said on screen is for that person to change.',
  },
  ON_SCREEN_IS_OWN: {
    nl: 'Op het scherm antwoordt iemand zelf. Wat anders is gezegd, legt een professional vast.',
    en: 'On screen people answer for themselves. What was said otherwise is recorded by a professional.',
  },
  NO_DISAGREEMENT: { nl: 'Deze persoon zei geen nee.', en: 'This person did not say no.' },
  PLAN_CLOSED: {
    nl: 'Dit plan is besloten of gestopt. Begin een nieuwe versie om iets te veranderen.',
    en: 'This plan was decided or stopped. Start a new version to change something.',
  },
  PLAN_REPLACED: {
    nl: 'Een nieuwere versie van dit plan is besloten. Ga verder in die versie.',
    en: 'A newer version of this plan was decided. Go on in that one.',
  },
  LIST_FULL: {
    nl: 'Hier staat al zo veel. Begin niet nog een regel.',
    en: 'There is so much here already. Do not add another line.',
  },
  VIEW_NAME_TAKEN: {
    nl: 'U hebt al een beeld met deze naam. Kies een andere naam.',
    en: 'You have a view of this name already. Choose another name.',
  },
  VIEW_PATH_INVALID: {
    nl: 'Dit is geen adres binnen dit programma. Bewaar het beeld nog een keer vanuit de lijst zelf.',
    en: 'This is no address inside this program. Save the view again from the list itself.',
  },
  BSN_IN_VIEW: {
    nl: 'Hierin staat een nummer dat een BSN kan zijn. Dat bewaren wij niet in een beeld. Zoek op code of naam.',
    en: 'This holds a number that can be a citizen service number. We do not keep that in a view. Search by code or name.',
  },
  PLAN_OPEN_ALREADY: {
    nl: 'Dit huishouden heeft al een plan waaraan gewerkt wordt.',
    en: 'This household has a plan already that is being made.',
  },
  PLAN_NOT_DECIDED: {
    nl: 'Een nieuwe versie begint bij een plan dat besloten of gestopt is. Werk verder in dit plan.',
    en: 'A new version starts from a plan that was decided or stopped. Go on in this one.',
  },
  // the ladder, and which law pays
  NATIONAL_HAS_NO_CLOCK: {
    nl: 'Het landelijk loket heeft geen termijn. Laat de dagen weg.',
    en: 'The national desk has no clock. Leave the days out.',
  },
  LOCAL_RUNGS_NOT_DOCUMENTED: {
    nl: 'Leg eerst vast wat er op de treden 1, 2 en 3 is geprobeerd en wat eruit kwam.',
    en: 'Write down first what was tried on rungs 1, 2 and 3, and what came of it.',
  },
  DESK_COMES_FIRST: {
    nl: 'Het escalatieteam komt na het landelijk loket. Leg vast wat daar uitkwam.',
    en: 'The escalation team comes after the national desk. Write down what came of that.',
  },
  RUNG_SKIPPED: {
    nl: 'U slaat een trede over. Begin een trede lager.',
    en: 'You skip a rung. Begin one rung lower.',
  },
  STEP_OVER_ALREADY: { nl: 'Van deze trede staat al vast wat eruit kwam.', en: 'What came of this step is recorded already.' },
  ESCALATION_UNKNOWN: { nl: 'Deze trede hoort niet bij dit plan.', en: 'This step does not belong to this plan.' },
  TWO_LAWS_DIFFER: {
    nl: 'Een geschil gaat over twee wetten of meer. Noem ze.',
    en: 'A dispute is about two laws or more. Name them.',
  },
  DISPUTE_UNKNOWN: { nl: 'Dit geschil hoort niet bij dit plan.', en: 'This dispute does not belong to this plan.' },
  DISPUTE_SETTLED: { nl: 'Dit geschil is al beslecht.', en: 'This dispute was settled already.' },
  LAW_NOT_IN_DISPUTE: { nl: 'Over deze wet gaat dit geschil niet.', en: 'This dispute is not about this law.' },
  // what came of a plan
  REVIEW_MONTHS: { nl: 'Kijk terug na 0, 3, 6 of 12 maanden.', en: 'Look back after 0, 3, 6 or 12 months.' },
  REVIEW_HELD_ALREADY: {
    nl: 'Deze terugblik staat er al. Trek hem in als hij niet klopt.',
    en: 'This review is there already. Withdraw it if it is wrong.',
  },
  REVIEW_TOO_EARLY: {
    nl: 'Voor deze terugblik is het nog te vroeg.',
    en: 'It is too early for this review.',
  },
  REVIEW_TOO_LATE: {
    nl: 'Voor de eerste terugblik is het te laat: de tweede is al aan de beurt.',
    en: 'It is too late for the first review: the second one is due.',
  },
  REVIEW_ORDER: {
    nl: 'Een eerdere terugblik ligt later, of een latere eerder. Kijk de dag na.',
    en: 'An earlier review lies later, or a later one earlier. Check the day.',
  },
  REVIEW_CLOSED: {
    nl: 'Met deze terugblik is het plan afgesloten. Verbeter hem, en geef de correctie door.',
    en: 'The plan was closed with this review. Correct it, and hand over the correction.',
  },
  PLAN_REVIEWED: {
    nl: 'De laatste terugblik is al geweest.',
    en: 'The last review was held already.',
  },
  CLOSES_ONLY_AT_TWELVE: {
    nl: 'Alleen de terugblik na 12 maanden is de laatste.',
    en: 'Only the review after 12 months is the last one.',
  },
  REALISED_MISSING: {
    nl: 'Leg eerst vast wat deze twaalf maanden echt kostten, of dat het niet bekend is.',
    en: 'Record first what these twelve months really cost, or that it is not known.',
  },
  DOMAIN_UNKNOWN: { nl: 'Dit leefgebied staat niet in de lijst.', en: 'This life domain is not in the list.' },
  DOMAIN_TWICE: { nl: 'Dit leefgebied staat er twee keer.', en: 'This life domain is there twice.' },
  SCORE_RANGE: { nl: 'Kies een cijfer van 1 tot en met 5.', en: 'Choose a score from 1 to 5.' },
  PERIOD_UNKNOWN: { nl: 'Deze periode hoort niet bij dit plan.', en: 'This period does not belong to this plan.' },
  PERIOD_NOT_OVER: {
    nl: 'Deze twaalf maanden zijn nog niet voorbij. Vul het in als ze voorbij zijn.',
    en: 'These twelve months are not over yet. Fill this in when they are.',
  },
  PERIOD_NOT_KNOWN: {
    nl: 'Van deze periode is vastgelegd dat de kosten niet bekend zijn. Trek dat in als ze het wel zijn.',
    en: 'It was recorded that the costs of this period are not known. Withdraw that if they are.',
  },
  EXPERIENCE_IS_OWN: { nl: 'U spreekt hier alleen voor uzelf.', en: 'You speak for yourself only here.' },
  NOTHING_REPORTED: {
    nl: 'Van dit huishouden is nog niets doorgegeven voor de cijfers.',
    en: 'Nothing of this household was handed over for the figures yet.',
  },
  OBJECTED_ALREADY: { nl: 'Dit bezwaar is al vastgelegd.', en: 'This objection was recorded already.' },
  ERASED_ALREADY: {
    nl: 'Dit huishouden is al uit de cijfers gehaald.',
    en: 'This household was erased from the figures already.',
  },
  NOT_IN_STATISTICS: {
    nl: 'Dit huishouden doet niet mee in de cijfers. Er is niets te verbeteren.',
    en: 'This household is not in the figures. There is nothing to correct.',
  },
  PLAN_STILL_OPEN: {
    nl: 'Dit plan is nog niet besloten. Dit kan pas na de beslissing.',
    en: 'This plan was not decided yet. This comes after the decision.',
  },
  ASKED_ALREADY: { nl: 'Hiervoor is al iemand gevraagd.', en: 'Somebody was asked for this already.' },
  MANDATE_MISSING: {
    nl: 'Deze persoon heeft op de dag van het plan geen mandaat.',
    en: 'This person holds no mandate on the day of the plan.',
  },
  AS_NOW_EXISTS: { nl: 'Wat het nu kost staat er al. Vul dat aan.', en: 'What it costs as now is there already. Add to that.' },
  WAIT_UNKNOWN: { nl: 'Dit wachten hoort niet bij dit huishouden.', en: 'This wait does not belong to this household.' },
  WAIT_NOT_LIFTABLE: { nl: 'Dit wachten kan niemand opheffen.', en: 'Nobody can lift this wait.' },
  LAW_STRUCK_OUT_ALREADY: {
    nl: 'Deze wet is bij deze maatregel al geschrapt.',
    en: 'This law was struck out for this measure already.',
  },
  MEASURE_UNKNOWN: { nl: 'Deze maatregel hoort niet bij dit plan.', en: 'This measure does not belong to this plan.' },
  GROUND_UNKNOWN: { nl: 'Deze grond hoort niet bij deze maatregel.', en: 'This ground does not belong to this measure.' },
  GROUND_EXISTS: { nl: 'Dit artikel staat al bij deze maatregel.', en: 'This provision stands with this measure already.' },
  ROLE_DIFFERS: {
    nl: 'De catalogus geeft dit artikel een andere rol. Kies die, of schrijf waarom u het anders leest.',
    en: 'The catalogue gives this provision another role. Choose that one, or write why you read it otherwise.',
  },
  OWN_RULE_GIVES_NO_ROOM: {
    nl: 'Een beleidsregel of verordening geeft zelf geen ruimte. Noem de wet die dat wel doet.',
    en: 'A policy rule or by-law gives no room by itself. Cite the act that does.',
  },
  ANSWER_WITHOUT_ROOM: {
    nl: 'Alleen een artikel dat ruimte geeft of beschermt kan een grens beantwoorden.',
    en: 'Only a provision that gives room or protects can answer a limit.',
  },
  ANSWERED_IS_NO_LIMIT: {
    nl: 'Wat u beantwoordt is geen grens bij deze maatregel.',
    en: 'What you answer is no limit of this measure.',
  },
  CONTRADICTION_WITH_ITSELF: {
    nl: 'Een tegenspraak heeft twee verschillende gronden.',
    en: 'A contradiction has two different grounds.',
  },
  PATTERN_UNKNOWN: { nl: 'Dit patroon staat niet in de catalogus.', en: 'This pattern is not in the catalogue.' },
  PATTERN_SIDES_DIFFER: {
    nl: 'Deze twee gronden zijn niet de kanten van dit patroon.',
    en: 'These two grounds are not the sides of this pattern.',
  },
  PATTERN_TYPE_DIFFERS: {
    nl: 'Dit patroon is van een ander soort tegenspraak.',
    en: 'This pattern is of another type of contradiction.',
  },
  LAW_NOT_TOUCHED: { nl: 'Deze maatregel raakt deze wet niet.', en: 'This measure does not touch this law.' },
  NOTHING_TO_ASK: { nl: 'Deze instantie heeft geen maatregel in dit plan.', en: 'This agency has no measure in this plan.' },
  POSITION_ASKED_ALREADY: { nl: 'Deze instantie is al gevraagd.', en: 'This agency was asked already.' },
  POSITION_ANSWERED_ALREADY: { nl: 'Deze instantie heeft al geantwoord.', en: 'This agency has answered already.' },
  CLOCK_STILL_RUNS: {
    nl: 'De termijn loopt nog, of van de vorige trede staat nog niet vast wat eruit kwam.',
    en: 'The clock still runs, or what came of the step before is not written down yet.',
  },
  CLOCK_BEYOND_CALENDAR: {
    nl: 'Voor deze termijn zijn de feestdagen nog niet bekend. Vraag de functioneel beheerder.',
    en: 'The holidays for this term are not known yet. Ask the functional administrator.',
  },
  ESCALATED_ALREADY: { nl: 'Deze trede is al gezet. Ga hoger.', en: 'This rung was taken already. Go higher.' },
  SILENCE_NOT_ESTABLISHED: {
    nl: 'Doorgaan zonder antwoord kan pas als ook na opschalen de termijn voorbij is. Een nee beantwoordt u; wat opgelost is, bevestigt de instantie.',
    en: 'Going on without an answer is possible only once the term after escalation has passed too. A no is answered; what was solved is confirmed by the agency.',
  },
  AUTHOR_DOES_NOT_ASSESS: {
    nl: 'Wie aan dit plan schreef, geeft er geen oordeel over. Vraag iemand anders.',
    en: 'Whoever wrote in this plan does not assess it. Ask somebody else.',
  },
  ONE_PERSPECTIVE_EACH: {
    nl: 'U gaf al een oordeel vanuit een ander perspectief.',
    en: 'You assessed another perspective already.',
  },
  SHARES_NOT_100: { nl: 'De delen zijn samen geen 100 procent.', en: 'The shares are not 100 percent together.' },
  SHARE_DIFFERS_FROM_PERCENT: {
    nl: 'Het bedrag en het percentage kloppen niet met elkaar.',
    en: 'The amount and the percentage do not agree.',
  },
  PAYER_TWICE: { nl: 'Deze betaler staat er twee keer.', en: 'This payer is named twice.' },
  NO_EXTRA_MONEY_AND_SHARES: { nl: 'Kies: geen extra geld, of betalers.', en: 'Choose: no extra money, or payers.' },
  NO_EXTRA_MONEY_BUT_COST: { nl: 'Deze maatregel kost wel geld. Verdeel het.', en: 'This measure does cost money. Divide it.' },
  // money
  AMOUNT_PRECISION: {
    nl: 'Schrijf een bedrag in hele centen, zonder komma of punt: 5580 is 55,80 euro.',
    en: 'Write an amount in whole cents, without a point: 5580 is 55.80 euro.',
  },
  PERCENT_RANGE: { nl: 'Een percentage is niet meer dan 100.', en: 'A percentage is not more than 100.' },
  INDEX_UNKNOWN: {
    nl: 'Van dit jaar is geen prijsindex bekend. Laat het bedrag in het geld van zijn eigen jaar staan.',
    en: 'No price index is known of this year. Leave the amount in the money of its own year.',
  },
  INDEX_NOT_FOR_FACE_VALUE: {
    nl: 'Een bedrag van een brief of rekening wordt niet geïndexeerd.',
    en: 'An amount on a letter or an invoice is not indexed.',
  },
  FILE_EMPTY: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
  FILE_TOO_LARGE: {
    nl: 'Dit bestand is te groot. Verdeel de rijen over meer bestanden.',
    en: 'This file is too large. Divide the rows over more files.',
  },
  FILE_UNREADABLE: {
    nl: 'Dit is geen tekstbestand dat wij kunnen lezen. Bewaar het als CSV in UTF-8.',
    en: 'This is not a text file that can be read. Save it as CSV in UTF-8.',
  },
  CSV_MALFORMED: {
    nl: 'Vanaf hier is het bestand niet te lezen: een aanhalingsteken staat verkeerd.',
    en: 'The file cannot be read from here on: a quote is in the wrong place.',
  },
  CELLS_DIFFER: {
    nl: 'Deze rij heeft niet evenveel cellen als de kop.',
    en: 'This row does not have as many cells as the heading.',
  },
  HEADER_DUPLICATE: { nl: 'Deze kolom staat er twee keer.', en: 'This column is there twice.' },
  HEADER_UNKNOWN: { nl: 'Deze kolom kennen wij niet. Haal hem weg.', en: 'This column is not known. Remove it.' },
  COLUMN_MISSING: { nl: 'Deze kolom ontbreekt.', en: 'This column is missing.' },
  FORMULA_REFUSED: {
    nl: 'Een cel die met = + - of @ begint kan een formule zijn. Zet er alleen de waarde in.',
    en: 'A cell that begins with = + - or @ can be a formula. Put only the value in it.',
  },
  VALUE_NOT_IN_LIST: {
    nl: 'Dit is niet een van de woorden die hier kunnen staan.',
    en: 'This is not one of the words that can stand here.',
  },
  YEAR_INVALID: { nl: 'Schrijf een jaar in vier cijfers.', en: 'Write a year in four digits.' },
  PRICE_KEY_INVALID: {
    nl: 'Een sleutel van een prijs begint met een hoofdletter en heeft verder alleen hoofdletters, cijfers en lage streepjes (_).',
    en: 'The key of a price begins with a capital and has capitals, digits and underscores only.',
  },
  PRICE_FIXED: {
    nl: 'Deze sleutel is geen tarief: een bedrag van een document of een ijkpunt kan niemand anders invullen.',
    en: 'This key is no tariff: a face value or a benchmark cannot be filled in otherwise.',
  },
  UNIT_DIFFERS_FROM_PRICE: {
    nl: 'De landelijke prijs met deze sleutel is per iets anders. Neem die eenheid, of een eigen sleutel.',
    en: 'The national price of this key is per something else. Take that unit, or a key of your own.',
  },
  CONFIDENCE_TOO_LOW: {
    nl: 'Een schatting of een bedrag uit het hoofd kan niet worden gebruikt. Zet enabled op false.',
    en: 'An estimate or a figure from memory cannot be used. Set enabled to false.',
  },
  ROW_TWICE: {
    nl: 'Deze prijs staat met deze eerste dag twee keer in het bestand. Laat de rij staan die klopt.',
    en: 'This price stands twice in the file with this first day. Leave the row that is right.',
  },
  PRICE_OVERLAPS: {
    nl: 'Deze prijs loopt door tot in een latere prijs van dezelfde sleutel. Zet de laatste dag goed.',
    en: 'This price runs into a later price of the same key. Put its last day right.',
  },
  INTERVENTION_UNKNOWN: { nl: 'Deze hulp hoort niet bij dit huishouden.', en: 'This help does not belong to this household.' },
  // plan: promises, a no, and what became of measures
  PROMISER_NOT_ONE: {
    nl: 'Kies precies één: een instantie, iemand van het huishouden of een professional.',
    en: 'Choose exactly one: an agency, somebody of the household or a professional.',
  },
  COMMITMENT_IS_OWN: {
    nl: 'U zegt alleen iets toe voor uzelf of voor uw eigen instantie.',
    en: 'You promise for yourself or for your own agency only.',
  },
  COMMITMENT_UNKNOWN: { nl: 'Deze toezegging hoort niet bij dit plan.', en: 'This promise does not belong to this plan.' },
  COMMITMENT_CLOSED: {
    nl: 'Deze toezegging is al nagekomen of niet doorgegaan. Doe een nieuwe.',
    en: 'This promise was kept or broken already. Make a new one.',
  },
  NOT_LATER: {
    nl: 'Deze dag is niet later dan wat eerst is toegezegd. Kies een latere dag.',
    en: 'This day is not later than what was promised first. Choose a later day.',
  },
  ALTERNATIVE_REQUIRED: {
    nl: 'Schrijf wat er wel kan: een andere voorziening, een andere instantie, later opnieuw vragen, of bezwaar maken en wie daarbij helpt.',
    en: 'Write what is possible instead: other help, another agency, asking again later, or objecting and who helps with that.',
  },
  REFUSAL_UNKNOWN: { nl: 'Dit nee hoort niet bij dit plan.', en: 'This no does not belong to this plan.' },
  NO_CALL_OPEN: {
    nl: 'Hier hoeft niemand te bellen: dit nee is al verteld, of er is al gebeld.',
    en: 'Nobody has to call here: this no was told in person, or somebody called already.',
  },
  MEASURE_STARTED_ALREADY: { nl: 'Deze maatregel is al begonnen.', en: 'This measure has begun already.' },
  MEASURE_CLOSED: { nl: 'Deze maatregel is al klaar of vervallen.', en: 'This measure is done or dropped already.' },
  // law
  LAW_EXISTS: {
    nl: 'Deze sleutel heeft al een regeling. Kies een andere.',
    en: 'This key has a rule already. Choose another one.',
  },
  PROVISION_EXISTS: {
    nl: 'Dit artikel staat al in deze regeling. Verbeter het daar.',
    en: 'This provision is in this rule already. Correct it there.',
  },
  KEY_INVALID: {
    nl: 'Een sleutel heeft alleen kleine letters, cijfers, punten, dubbele punten en streepjes.',
    en: 'A key has lower case letters, digits, points, colons and hyphens only.',
  },
  BEFORE_ITS_LAW: {
    nl: 'Dit artikel begint voor de regeling waar het in staat. Controleer de dag.',
    en: 'This provision begins before the rule it stands in. Check the day.',
  },
  // signals and precedents
  BOTTLENECK_UNKNOWN: { nl: 'Dit knelpunt hoort niet bij dit plan.', en: 'This bottleneck does not belong to this plan.' },
  NOT_TO_SOLVE: {
    nl: 'Dit knelpunt is hier opgelost. Een signaal is voor een regel die moet veranderen. Moet dat hier? Leg het knelpunt dan zo vast.',
    en: 'This bottleneck was fixed here. A signal is for a rule that must change. Must it? Then record the bottleneck as one to solve.',
  },
  SIGNALLED_ALREADY: {
    nl: 'Over dit knelpunt is al een signaal gegeven.',
    en: 'A signal was given about this bottleneck already.',
  },
  SIGNAL_UNKNOWN: { nl: 'Dit signaal is er niet.', en: 'This signal does not exist.' },
  SIGNAL_OTHER_PROVISION: {
    nl: 'Dit signaal gaat over een ander artikel. Geef een eigen signaal.',
    en: 'This signal is about another provision. Raise one of its own.',
  },
  SIGNAL_CLOSED: { nl: 'Dit signaal is afgesloten. Geef een nieuw signaal.', en: 'This signal was closed. Raise a new one.' },
  SIGNAL_DONE_ALREADY: {
    nl: 'Dit signaal is al verder: dit is al gedaan, of het is al beantwoord.',
    en: 'This signal is further already: this was done, or it was answered.',
  },
  SIGNAL_UNANSWERED: {
    nl: 'Dit signaal heeft nog geen antwoord. Geef dat eerst.',
    en: 'This signal has no answer yet. Give that first.',
  },
  NAMES_SOMEBODY: {
    nl: 'Hier staat een naam, code, nummer, plaats of dag waaraan iemand is te herkennen. Schrijf het zonder.',
    en: 'This holds a name, a code, a number, a place or a day by which somebody can be known. Write it without.',
  },
  PLAN_TEACHES_NOTHING_YET: {
    nl: 'Dit plan is niet besloten, en niet gestopt na een nee. Er is niets van te leren voor anderen.',
    en: 'This plan was not decided, nor stopped after a no. There is nothing in it for others to learn.',
  },
  PRECEDENT_UNKNOWN: { nl: 'Dit voorstel hoort niet bij dit plan.', en: 'This proposal does not belong to this plan.' },
  FOUR_EYES: {
    nl: 'U schreef dit voorstel. Iemand anders maakt het openbaar.',
    en: 'You wrote this proposal. Somebody else publishes it.',
  },
  PUBLISHED_ALREADY: { nl: 'Dit is al openbaar.', en: 'This was published already.' },
  RETRACTED_ALREADY: { nl: 'Dit is ingetrokken. Doe een nieuw voorstel.', en: 'This was retracted. Make a new proposal.' },
  // cost
  UNIT_COST_UNKNOWN: { nl: 'Deze prijs staat niet in de lijst.', en: 'This price is not in the list.' },
  UNIT_COST_DISABLED: {
    nl: 'Deze prijs is niet zeker genoeg om mee te rekenen.',
    en: 'This price is not certain enough to count with.',
  },
  UNIT_COST_NOT_VALID: {
    nl: 'Deze prijs gold niet op de dag van het plan.',
    en: 'This price was not valid on the day of the plan.',
  },
  PAYER_DIFFERS_FROM_PRICE: { nl: 'Deze prijs is van een andere betaler.', en: 'This price belongs to another payer.' },
  UNPRICED_ITEM_UNKNOWN: {
    nl: 'Deze post zonder prijs staat niet in de lijst.',
    en: 'This item without a price is not in the list.',
  },
  QUANTITY_ZERO: {
    nl: 'Deze regel komt op nul euro uit. Laat de regel weg, of vul een groter aantal in.',
    en: 'This line comes to zero euros. Leave it out, or enter a larger quantity.',
  },
  PROBABILITY_OUTSIDE_AS_NOW: {
    nl: 'Een kans hoort alleen bij wat er zonder plan kan gebeuren.',
    en: 'A probability belongs only to what may happen without a plan.',
  },
  PROBABILITY_RANGE: {
    nl: 'Een kans ligt tussen 0 en 1. Is het zeker, laat de kans dan weg.',
    en: 'A probability lies between 0 and 1. If it is certain, leave it out.',
  },
  HORIZON_DIFFERS: { nl: 'Vergelijk scenario’s over evenveel maanden.', en: 'Compare scenarios over the same number of months.' },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof REFUSALS;

/** One reason: the code, and what it is about (an id or a key), so that a screen can point at the spot. */
export type Reason = { code: RefusalCode; about?: string };

export const reason = (code: RefusalCode, about?: string): Reason => (about === undefined ? { code } : { code, about });
