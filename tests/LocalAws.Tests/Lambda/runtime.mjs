// A function that does what its event says: {"do": "echo" | "throw" | "exit" | "hang" | "big"}.
import http from 'node:http';

if (process.argv[2] === 'broken') {
  process.stderr.write('HITS_TABLE is missing.\n    at somewhere\n');
  process.exit(3);
}

const call = (method, path, body) => new Promise((resolve, reject) => {
  const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
  const request = http.request({ host, port, method, path: `/2018-06-01/runtime/${path}` }, response => {
    const chunks = [];
    response.on('data', chunk => chunks.push(chunk)).on('error', reject);
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
  });
  request.on('error', reject);
  request.end(body);
});

for (;;) {
  const next = await call('GET', 'invocation/next').catch(() => process.exit(0));
  const id = next.headers['lambda-runtime-aws-request-id'];
  const event = JSON.parse(next.body);
  switch (event.do) {
    case 'throw':
      await call('POST', `invocation/${id}/error`, JSON.stringify({ errorType: 'Boom', errorMessage: 'as told' }));
      break;
    case 'exit':
      console.log('leaving');
      process.exit(7);
      break;
    case 'hang':
      await new Promise(() => setInterval(() => {}, 1000));
      break;
    case 'big':
      await call('POST', `invocation/${id}/response`, Buffer.alloc(event.bytes, 'x'));
      break;
    default:
      await call('POST', `invocation/${id}/response`, JSON.stringify({
        event,
        pid: process.pid,
        headers: next.headers,
        environment: process.env,
      }));
  }
}
