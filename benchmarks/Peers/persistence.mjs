// Attributes by the ASK SDK's own adapter, in the table of an address.
import DynamoDB from 'aws-sdk/clients/dynamodb.js';
import adapters from 'ask-sdk-dynamodb-persistence-adapter';
import { serve, time } from './worker.mjs';

const [endpoint, tableName, values] = process.argv.slice(2);
const dynamoDBClient = new DynamoDB({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
const adapter = new adapters.DynamoDbPersistenceAdapter({ tableName, dynamoDBClient });
const request = { context: { System: { user: { userId: 'amzn1.ask.account.PEER' } } } };
const attributes = JSON.parse(values);

await adapter.saveAttributes(request, attributes);
const operations = {
  get: () => adapter.getAttributes(request),
  save: () => adapter.saveAttributes(request, attributes),
};
await serve((operation, calls) => time(Number(calls), operations[operation]));
