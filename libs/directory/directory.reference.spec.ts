import { realReference } from '../../test/reference';
import { DirectoryReference } from './directory.reference';

test('agency types and payers are found by key, with what they bring along', () => {
  const directory = new DirectoryReference(realReference());
  expect(directory.agencyType('UWV')).toMatchObject({
    level: 'NATIONAL',
    secrecyRegime: 'PUBLIC_BODY',
    defaultLaw: 'wia',
    defaultPayer: 'UWV_FUNDS',
  });
  expect(directory.agencyType('NOBODY')).toBeUndefined();
  expect(directory.payer('WMO')).toMatchObject({ group: 'MUNICIPAL', publicMoney: true, law: 'wmo2015' });
  expect(directory.payer('LANDLORD')).toMatchObject({ publicMoney: false });
  expect(directory.secrecyRegimes.get('TAX')).toMatchObject({ name: { nl: 'fiscale geheimhouding' } });
});
