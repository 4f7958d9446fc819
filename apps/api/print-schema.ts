import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { buildSchema, printed } from './schema';

/** `npm run schema`: writes schema.graphql, from which clients are made and by which a change of the api is seen in review. */
void buildSchema().then((schema) => writeFileSync('schema.graphql', printed(schema)));
