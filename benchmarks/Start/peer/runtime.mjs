// Lambda's Runtime API for Node.js: fetches invocations one by one and posts what the handler returns.
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');

const call = (method, path, body) => new Promise((resolve, reject) => {
  const request = http.request({ agent, host, port, method, path: `/2018-06-01/runtime/${path}` }, response => {
    const chunks = [];
    response.on('data', chunk => chunks.push(chunk)).on('error', reject);
    response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
  });
  request.on('error', reject);
  request.end(body);
});

export const run = async handler => {
  for (;;) {
    const next = await call('GET', 'invocation/next');
    const id = next.headers['lambda-runtime-aws-request-id'];
    const answer = await handler(JSON.parse(next.body));
    await call('POST', `invocation/${id}/response`, JSON.stringify(answer));
  }
};
