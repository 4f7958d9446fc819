import { answerTo, type EvidenceFacts, isValid, whyNotAddEvidence, whyNotRequest } from './evidence.rules';
import { renewalOf, whyNotIndicate, whyNotLook } from './indication.rules';

const codes = (reasons: { code: string; about?: string }[]) =>
  reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
const proof = (over: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id: 'proof',
  personId: 'daughter',
  kind: 'DIAGNOSIS',
  purposes: ['YOUTH_SUPPORT'],
  receivedOn: '2020-09-01',
  validUntil: null,
  stable: true,
  ...over,
});
const purposes = new Set(['YOUTH_SUPPORT', 'DEBT_HELP']);
const members = [{ personId: 'daughter' }];

describe('a proof that is asked for', () => {
  const wish = { involvementId: 'youth', personId: 'daughter', kind: 'DIAGNOSIS', purpose: 'YOUTH_SUPPORT' } as const;
  const nothing = { may: true, id: null, receivedOn: null };
  const known = { involvement: true, members, purposes, onFile: nothing, asked: [] };

  test('is refused with a pointer when it is on file', () => {
    expect(whyNotRequest(wish, known)).toEqual([]);
    const onFile = { may: true, id: 'proof', receivedOn: '2020-09-01' };
    expect(codes(whyNotRequest(wish, { ...known, onFile }))).toEqual(['EVIDENCE_ON_FILE proof']);
  });

  test('is asked once by the same agency, and by others too', () => {
    const asked = [{ ...wish, id: 'request', askedOn: '2025-09-01' }];
    expect(codes(whyNotRequest(wish, { ...known, asked }))).toEqual(['EVIDENCE_ASKED_ALREADY request']);
    expect(whyNotRequest({ ...wish, involvementId: 'school' }, { ...known, asked })).toEqual([]);
    expect(whyNotRequest({ ...wish, kind: 'INCOME_STATEMENT' }, { ...known, asked })).toEqual([]);
  });

  test('can be asked again once what came in has lapsed', () => {
    const asked = [{ ...wish, id: 'request', askedOn: '2025-09-01' }];
    const lapsed = (receivedOn: string) => ({ ...known, asked, onFile: { ...nothing, receivedOn } });
    expect(whyNotRequest(wish, lapsed('2025-09-01'))).toEqual([]);
    expect(codes(whyNotRequest(wish, lapsed('2025-08-31')))).toEqual(['EVIDENCE_ASKED_ALREADY request']);
  });

  test('is for a purpose that is shared with who asks, who otherwise does not learn what is on file', () => {
    const onFile = { may: false, id: 'proof', receivedOn: '2020-09-01' };
    expect(codes(whyNotRequest(wish, { ...known, onFile }))).toEqual(['PURPOSE_NOT_SHARED YOUTH_SUPPORT']);
  });

  test('is of a member, by an agency that is involved, for a purpose that exists: all reasons at once', () => {
    const wrong = { ...wish, involvementId: 'x', personId: 'y', purpose: 'z' };
    expect(codes(whyNotRequest(wrong, { ...known, involvement: false, onFile: { ...nothing, may: false } }))).toEqual([
      'INVOLVEMENT_UNKNOWN x',
      'MEMBER_UNKNOWN y',
      'PURPOSE_UNKNOWN z',
    ]);
  });

  test('is answered by the same proof that came in since', () => {
    const request = { ...wish, id: 'request', askedOn: '2020-09-01' };
    expect(answerTo(request, [proof()])).toBe('proof');
    expect(answerTo(request, [proof({ receivedOn: '2020-08-31' })])).toBeNull();
    expect(answerTo(request, [proof({ purposes: ['DEBT_HELP'] })])).toBeNull();
    expect(answerTo(request, [proof({ personId: 'son' })])).toBeNull();
  });
});

test('evidence has a person, a purpose and days in their order', () => {
  const wish = {
    personId: 'daughter',
    purposes: ['YOUTH_SUPPORT'],
    issuedOn: '2017-09-14',
    receivedOn: '2020-09-01',
    validUntil: null,
  };
  expect(whyNotAddEvidence(wish, { members, purposes }, '2025-09-01')).toEqual([]);
  const wrong = { personId: 'x', purposes: ['z'], issuedOn: '2026-01-02', receivedOn: '2026-01-01', validUntil: '2025-12-31' };
  expect(codes(whyNotAddEvidence(wrong, { members, purposes }, '2025-09-01'))).toEqual([
    'DATE_FUTURE receivedOn',
    'MEMBER_UNKNOWN x',
    'PURPOSE_UNKNOWN z',
    'RANGE_INVERTED issuedOn',
    'RANGE_INVERTED validUntil',
  ]);
  expect(codes(whyNotAddEvidence({ ...wish, purposes: [] }, { members, purposes }, '2025-09-01'))).toEqual(['REQUIRED purposes']);
  expect(isValid({ validUntil: '2025-09-01' }, '2025-09-01')).toBe(true);
  expect(isValid({ validUntil: '2025-09-01' }, '2025-09-02')).toBe(false);
});

describe('an indication', () => {
  const yearly = {
    id: 'i',
    personId: 'daughter',
    fromOn: '2024-09-22',
    toOn: '2025-09-21',
    stable: true,
    evidenceIds: ['proof'],
  };

  test.each([
    ['long before its end', yearly, [proof()], '2025-06-22', 'NOT_DUE'],
    ['90 days before its end', yearly, [proof()], '2025-06-23', 'LONGER_TERM'],
    ['what changes, with evidence on file', { ...yearly, stable: false }, [proof()], '2025-09-01', 'SAME_TERM'],
    ['evidence that has lapsed', yearly, [proof({ validUntil: '2025-08-31' })], '2025-09-01', 'NEW_EVIDENCE_NEEDED'],
    ['evidence that is not there', yearly, [], '2025-09-01', 'NEW_EVIDENCE_NEEDED'],
    ['without an end', { ...yearly, toOn: null }, [proof()], '2030-01-01', 'NOT_DUE'],
  ])('%s', (_, indication, evidence, day, proposal) => {
    const renewal = renewalOf(indication, evidence, day);
    expect(renewal.proposal).toBe(proposal);
    expect(renewal.evidenceIds).toEqual(['LONGER_TERM', 'SAME_TERM'].includes(proposal) ? ['proof'] : []);
  });

  test('of which a part lapsed asks for that part only, and not for what came in its place', () => {
    const two = { ...yearly, evidenceIds: ['proof', 'old'] };
    const old = proof({ id: 'old', kind: 'INCOME_STATEMENT', validUntil: '2025-08-31' });
    const judged = (more: EvidenceFacts[]) => {
      const { proposal, evidenceIds } = renewalOf(two, [proof(), old, ...more], '2025-09-01');
      return [proposal, ...evidenceIds];
    };
    const anew = (over: Partial<EvidenceFacts> = {}) => proof({ id: 'new', kind: 'INCOME_STATEMENT', ...over });
    expect(judged([])).toEqual(['NEW_EVIDENCE_NEEDED', 'proof']);
    expect(judged([anew()])).toEqual(['LONGER_TERM', 'proof', 'new']);
    for (const other of [anew({ personId: 'son' }), anew({ purposes: ['DEBT_HELP'] }), anew({ validUntil: '2025-08-31' })])
      expect(judged([other])).toEqual(['NEW_EVIDENCE_NEEDED', 'proof']);
  });

  test('rests on evidence of its own person, and is looked at again within its time', () => {
    const wish = { ...yearly, involvementId: 'youth' };
    const known = { involvements: [{ id: 'youth' }], members, evidence: [proof()], law: true };
    expect(whyNotIndicate(wish, known, 'jeugdwet')).toEqual([]);
    const wrong = { ...wish, involvementId: 'x', personId: 'y', toOn: '2024-09-21' };
    expect(codes(whyNotIndicate(wrong, { ...known, law: false }, 'law'))).toEqual([
      'EVIDENCE_UNKNOWN proof',
      'INVOLVEMENT_UNKNOWN x',
      'LAW_UNKNOWN law',
      'MEMBER_UNKNOWN y',
      'RANGE_INVERTED toOn',
    ]);
    expect(whyNotLook(yearly, '2025-09-21')).toEqual([]);
    expect(codes(whyNotLook(yearly, '2025-09-22'))).toEqual(['DATE_OUTSIDE_INDICATION onDay']);
    expect(codes(whyNotLook(yearly, '2024-09-21'))).toEqual(['DATE_OUTSIDE_INDICATION onDay']);
  });
});
