// DynamoDB: dynalite with its tables in the folder given.
import dynalite from 'dynalite';
import { announce, fail, writableFolder } from './service.mjs';

const path = writableFolder(process.argv[2]);
const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.on('error', error => fail('no port could be opened', error));
server.listen(0, '127.0.0.1', () => announce(server));
