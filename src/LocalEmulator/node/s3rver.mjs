// S3: s3rver with its buckets in the folder given; more arguments name buckets to create.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import S3rver from 's3rver';
import { announce, fail, writableFolder } from './service.mjs';

const [folder, ...buckets] = process.argv.slice(2);
const s3rver = new S3rver({
  address: '127.0.0.1',
  port: 0,
  directory: writableFolder(folder),
  silent: true,
  vhostBuckets: false,
  allowMismatchedSignatures: true,
  configureBuckets: buckets.map(name => ({ name })),
});

/** Takes the chunks' sizes, signatures and trailers out of a body that an AWS SDK streams; s3rver would store them. */
async function* withoutChunkHeaders(body) {
  const pieces = body[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await pieces.next();
    if (done) throw new Error('the body ends within a chunk');
    rest = Buffer.concat([rest, value]);
  };
  for (;;) {
    while (!rest.includes('\r\n')) await more();
    const header = rest.indexOf('\r\n') + 2;
    const size = parseInt(rest.toString('latin1', 0, header), 16);
    if (Number.isNaN(size)) throw new Error('a chunk has no size');
    if (size === 0) break;
    while (rest.length < header + size + 2) await more();
    yield rest.subarray(header, header + size);
    rest = rest.subarray(header + size + 2);
  }
  while (!(await pieces.next()).done);
}

function contentOf({ content, metadata }) {
  if (Buffer.isBuffer(content)) return Readable.from([content]);
  if (!content.headers?.['x-amz-content-sha256']?.startsWith('STREAMING-')) return content;
  metadata['content-encoding'] = metadata['content-encoding']?.replace(/aws-chunked,?/, '') || undefined;
  return withoutChunkHeaders(content);
}

// s3rver answers before the last bytes are on disk, and shows half an object if it is stopped meanwhile.
s3rver.store.putObject = async function (object) {
  const path = this.getResourcePath(object.bucket, object.key, 'object');
  const unfinished = `${path}.unfinished-${process.hrtime.bigint()}`;
  await mkdir(dirname(path), { recursive: true });
  const md5 = createHash('md5');
  let size = 0;
  const measure = async function* (chunks) {
    for await (const chunk of chunks) {
      md5.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(contentOf(object), measure, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const digest = md5.digest('hex');
  await this.putMetadata(object.bucket, object.key, object.metadata, digest);
  return { size, md5: digest };
};

try {
  await s3rver.run();
  announce(s3rver.httpServer);
} catch (error) {
  fail('it could not start', error);
}
