// Pet Match as it is commonly written for Node.js: ask-sdk-core, and the AWS SDK for JavaScript v3.
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import Alexa from 'ask-sdk-core';
import { run } from './runtime.mjs';

const dynamoDb = new DynamoDBClient({});
const { BREEDS_TABLE, HITS_TABLE, ATTRIBUTES_TABLE, BREED_KEY, BREED_VALUE } = process.env;

const persistence = {
  async getAttributes(envelope) {
    const id = Alexa.getUserId(envelope);
    const { Item } = await dynamoDb.send(new GetItemCommand({ TableName: ATTRIBUTES_TABLE, Key: marshall({ id }), ConsistentRead: true }));
    return Item ? unmarshall(Item).attributes : {};
  },
  async saveAttributes(envelope, attributes) {
    const id = Alexa.getUserId(envelope);
    await dynamoDb.send(new PutItemCommand({ TableName: ATTRIBUTES_TABLE, Item: marshall({ id, attributes }) }));
  },
};

const slotOf = (envelope, name) => {
  const slot = Alexa.getSlot(envelope, name);
  if (!slot?.value) {
    return {};
  }
  const match = slot.resolutions?.resolutionsPerAuthority?.find(authority => authority.status.code === 'ER_SUCCESS_MATCH');
  return { synonym: slot.value, resolved: match?.values[0].value.name ?? slot.value, is_valid: match ? 1 : 0 };
};

const findBreed = async (size, temperament, energy) => {
  const key = marshall({ [BREED_KEY]: `canine-${energy}-${size}-${temperament}` });
  const { Item } = await dynamoDb.send(new GetItemCommand({ TableName: BREEDS_TABLE, Key: key }));
  return Item && unmarshall(Item)[BREED_VALUE];
};

const writeHit = hit => dynamoDb.send(new PutItemCommand({
  TableName: HITS_TABLE,
  Item: marshall(hit, { removeUndefinedValues: true }),
  ConditionExpression: 'attribute_not_exists(request_id)',
}));

const PetMatchHandler = {
  canHandle: ({ requestEnvelope }) =>
    Alexa.getRequestType(requestEnvelope) === 'IntentRequest' && Alexa.getIntentName(requestEnvelope) === 'PetMatchIntent',
  async handle({ requestEnvelope, attributesManager, responseBuilder }) {
    const remembered = await attributesManager.getPersistentAttributes();
    const slots = { animal: slotOf(requestEnvelope, 'pet') };
    for (const name of ['size', 'temperament', 'energy']) {
      slots[name] = slotOf(requestEnvelope, name);
    }

    const started = performance.now();
    const breed = await findBreed(slots.size.resolved, slots.temperament.resolved, slots.energy.resolved);
    const hit = {
      request_id: requestEnvelope.request.requestId,
      user_id: Alexa.getUserId(requestEnvelope),
      api_execution_time: Math.round(performance.now() - started),
      event_time: new Date().toISOString().replace('T', ' ').replace('Z', ''),
      session_id: requestEnvelope.session.sessionId,
      new_session: requestEnvelope.session.new ? 1 : 0,
      locale: requestEnvelope.request.locale,
      dialog_state: Alexa.getDialogState(requestEnvelope),
      outcome: breed ? 'match' : 'no_match',
      breed,
    };
    for (const [name, slot] of Object.entries(slots)) {
      for (const [part, value] of Object.entries(slot)) {
        hit[`slot_value_${name}_${part}`] = value;
      }
    }

    await writeHit(hit);
    remembered.lastMatch = {
      breed, size: slots.size.resolved, temperament: slots.temperament.resolved, energy: slots.energy.resolved };
    attributesManager.setPersistentAttributes(remembered);
    await attributesManager.savePersistentAttributes();
    return responseBuilder.speak(`A ${breed} would be a great match.`).withSimpleCard('Pet Match', breed ?? 'None')
      .reprompt('What would you like?').getResponse();
  },
};

const skill = Alexa.SkillBuilders.custom()
  .addRequestHandlers(PetMatchHandler)
  .withPersistenceAdapter(persistence)
  .withSkillId(process.env.ALEXA_SKILL_ID)
  .create();

await run(event => skill.invoke(event));
