import { wordsFor, type WordsOf } from './words';

/** What the words of the glossary mean: loaded when somebody asks. */
const nl = {
  lead: 'De regisseur is de vaste hulpverlener van dit huishouden: die houdt overzicht en schrijft het plan. De vervanger neemt het over bij ziekte of vakantie.',
  knot: 'Een knoop is een kring van wachten: de een wacht op de ander, en die wacht weer op de een. Niemand kan beginnen. Eén besluit op de goede plek maakt de kring open.',
  unlock: 'Hier staan zo weinig mogelijk besluiten die samen alle knopen openmaken. U kiest zelf welke u in het plan zet.',
  ground:
    'Een grond is een artikel waar een maatregel op steunt, met uw uitleg waarom het hier geldt. Elke wet die de maatregel raakt, heeft een grond nodig, of een regel waarom die wet hier niet telt.',
  roles:
    'Ruimte: dit artikel laat toe wat u wilt doen. Grens: dit artikel houdt het tegen. Bescherming: dit artikel beschermt de mensen. Procedure: zo moet het gaan. Doel: daar is de wet voor gemaakt.',
  clash:
    'Twee artikelen botsen als u niet aan allebei kunt voldoen. U zoekt dan een artikel dat de weg vrijmaakt. Soms gaat een wet voor een bijzonder geval voor de gewone wet; juristen zeggen: lex specialis.',
  deviation:
    'Een maatregel wijkt af als een instantie iets anders doet dan gewoonlijk. Dat kan alleen met redenen uit de wet, zoals een hardheidsclausule: een artikel voor als een regel te hard uitpakt.',
  perspective:
    'Drie mensen kijken los van elkaar naar het plan: mag het volgens de wet, is het geld goed besteed, en is het goed voor mensen en buurt? Alle drie moeten het goed genoeg vinden.',
  reverseTest:
    'U begint bij wat er in dit leven moet gebeuren, en kijkt pas daarna welke wet dat mogelijk maakt. Gewoonlijk gaat dat andersom.',
  values:
    'Een goed plan mag volgens de wet, past bij de mensen zelf en is het geld waard. Elk van de drie moet goed genoeg zijn: de ene maakt de andere niet goed.',
  mandate:
    'Wie een mandaat heeft, is bevoegd: die mag namens de gemeente besluiten, tot een bedrag en over bepaalde dingen. Wie het plan schreef, besluit nooit zelf.',
  escalation: 'Antwoordt een instantie niet op tijd, dan vraagt u het aan wie daar meer te zeggen heeft. Dat heet ook opschalen.',
  bottleneck:
    'Een knelpunt is een regel die dit huishouden in de weg stond. U schrijft op welke, zodat de makers van beleid het horen.',
  capacity: 'Doenvermogen is wat iemand nu zelf kan regelen. Met veel zorgen lukt minder, hoe slim iemand ook is.',
  scenarios:
    'Zoals nu: wat de hulp kost als er niets verandert. Doorbraak: wat het plan kost. Gebleken: wat het later echt kostte. Wie inlegt, betaalt door het plan meer dan nu. Wie overhoudt, betaalt minder.',
  legalBasis:
    'Gegevens delen mag alleen als een wet dat zegt, of als iemand zelf ja zegt. Dat heet een grondslag. Zonder grondslag ziet een andere instantie niets.',
};
const en: WordsOf<typeof nl> = {
  lead: 'The lead professional is the one fixed helper of this household: keeps the overview and writes the plan. The deputy takes over in case of illness or leave.',
  knot: 'A knot is a circle of waiting: one waits for another, who waits for the first. Nobody can begin. One decision in the right place opens the circle.',
  unlock: 'Here stand as few decisions as possible that open all knots together. You choose which of them go into the plan.',
  ground:
    'A ground is an article that a measure stands on, with your reason why it holds here. Every law that the measure touches needs a ground, or a line why that law does not count here.',
  roles:
    'Room: this article allows what you want to do. Limit: this article stops it. Protection: this article protects the people. Procedure: this is how it has to be done. Purpose: this is what the law was made for.',
  clash:
    'Two articles clash when you cannot keep to both. You then look for an article that clears the way. Sometimes a law for a special case goes before the ordinary law; lawyers say: lex specialis.',
  deviation:
    'A measure deviates when an agency does something other than usual. That needs reasons from the law, such as a hardship clause: an article for when a rule turns out too hard.',
  perspective:
    'Three people look at the plan, each on their own: does the law allow it, is the money well spent, and is it good for people and neighbourhood? All three must find it good enough.',
  reverseTest:
    'You begin with what has to happen in this life, and only then look which law makes that possible. Usually it goes the other way round.',
  values:
    'A good plan is allowed by law, fits the people themselves and is worth the money. Each of the three must be good enough: one does not make up for another.',
  mandate:
    'Whoever has a mandate is competent: may decide for the municipality, up to an amount and about certain things. Whoever wrote the plan never decides on it.',
  escalation: 'When an agency does not answer in time, you ask somebody there who has more say. This is also called escalating.',
  bottleneck:
    'A bottleneck is a rule that stood in the way of this household. You write down which one, so that those who make policy hear it.',
  capacity:
    'Capacity to act is what somebody can arrange by themselves now. Many worries leave less of it, however clever somebody is.',
  scenarios:
    'As now: what the help costs if nothing changes. Breakthrough: what the plan costs. Turned out: what it really cost later. Who puts money in pays more under the plan than now. Who keeps money pays less.',
  legalBasis:
    'Data may be shared only when a law says so, or when the person says yes. That is called a legal basis. Without one another agency sees nothing.',
};
export const useMeanings = wordsFor('meanings', nl, en);
