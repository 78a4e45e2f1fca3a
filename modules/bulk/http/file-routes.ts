import { accessTo, enterpriseOf } from '#access';
import { answer, bytesScope, type Http, harmlessTwice, Problem, problems } from '#http';
import { errorFile } from '../application/error-files.ts';
import {
  announce,
  cancel,
  handIn,
  ownFile,
  ownFiles,
  type UploadPorts,
  upload,
} from '../application/uploads.ts';
import { badPage, fileView } from '../application/views.ts';
import { described, mostPartBytes, sendTable, tableAnswer } from './kind-routes.ts';
import {
  badDocuments,
  badQuery,
  bulkFile,
  fileParams,
  filesPage,
  filesQuery,
  newFile,
  partHeaders,
  received,
  tableQuery,
} from './schemas.ts';

/** Files of the caller's enterprise: uploaded, read, handed in, and what was wrong. */
export function fileRoutes(app: Http, ports: UploadPorts): void {
  readingRoutes(app, ports);
  errorRoutes(app, ports);
  uploading(app, ports);
  settling(app, ports);
}

function readingRoutes(app: Http, ports: UploadPorts): void {
  const { readers } = ports.database;
  app.get(
    '/api/bulk/files',
    {
      config: accessTo('bulk-files', 'read'),
      schema: {
        ...described,
        operationId: 'listBulkFiles',
        summary: "The caller's bulk files, newest first",
        querystring: filesQuery,
        response: { 200: answer('A page of files.', filesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { files, next } = await ownFiles(readers, enterpriseOf(request), request.query);
      const { keepMs } = ports.parameters();
      return { files: files.map((file) => fileView(file, keepMs)), ...(next ? { next } : {}) };
    },
  );
  app.get(
    '/api/bulk/files/:fileId',
    {
      config: accessTo('bulk-files', 'read'),
      schema: {
        ...described,
        operationId: 'getBulkFile',
        summary: 'One bulk file and how far it is',
        params: fileParams,
        response: { 200: answer('The file.', bulkFile), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const file = await ownFile(readers, enterpriseOf(request), request.params.fileId);
      return fileView(file, ports.parameters().keepMs);
    },
  );
}

function errorRoutes(app: Http, ports: UploadPorts): void {
  const { readers } = ports.database;
  app.get(
    '/api/bulk/files/:fileId/bad-documents',
    {
      config: accessTo('bulk-files', 'read'),
      schema: {
        ...described,
        operationId: 'listBulkBadDocuments',
        summary: 'What was not taken of a bulk file, in its order, each with every finding',
        params: fileParams,
        querystring: badQuery,
        response: { 200: answer('A page.', badDocuments), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const file = await ownFile(readers, enterpriseOf(request), request.params.fileId);
      return badPage(readers, file, request.query);
    },
  );
  app.get(
    '/api/bulk/files/:fileId/errors',
    {
      config: accessTo('bulk-files', 'read-errors'),
      schema: {
        ...described,
        operationId: 'getBulkErrors',
        summary:
          'The rows that were not taken, as they were, with what is wrong: to be mended and sent again',
        params: fileParams,
        querystring: tableQuery,
        response: { 200: tableAnswer('The table.'), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const { format, lang } = request.query;
      const file = await ownFile(readers, enterpriseOf(request), request.params.fileId);
      const pieces = errorFile(readers, file, format, lang, ports.parameters().mostNotes);
      return sendTable(reply, `chama-${file.kind}-errors-${file.fileId.slice(0, 8)}`, request.query, pieces);
    },
  );
}

function uploading(app: Http, ports: UploadPorts): void {
  app.post(
    '/api/bulk/files',
    {
      config: accessTo('bulk-files', 'hand-in'),
      schema: {
        ...described,
        operationId: 'createBulkFile',
        summary: 'Announce a bulk file: its kind, name and size',
        description:
          'Then send its bytes by PATCH to `content`, in parts of at most 4 MiB, each with `upload-offset`. After a broken connection ask ' +
          'where it stands (`receivedBytes`) and go on there. With the last byte it is read by itself.',
        body: newFile,
        response: {
          201: answer('Announced.', bulkFile),
          ...problems(400, 401, 403, 404, 409, 413, 415),
        },
      },
    },
    async (request, reply) => {
      const file = await announce(ports, enterpriseOf(request), {
        ...request.body,
        acceptGood: request.body.acceptGood ?? false,
      });
      void reply.header('location', `/api/bulk/files/${file.fileId}`);
      return reply.code(201).send(fileView(file, ports.parameters().keepMs));
    },
  );
  bytesScope(app, ['application/octet-stream', 'application/offset+octet-stream'], (scope) => {
    scope.patch(
      '/api/bulk/files/:fileId/content',
      {
        bodyLimit: mostPartBytes,
        config: {
          ...accessTo('bulk-files', 'hand-in'),
          ...harmlessTwice(
            'upload-offset says which bytes they are, and those that are here are not taken again',
          ),
        },
        schema: {
          ...described,
          operationId: 'uploadBulkPart',
          summary: 'Send the next bytes of a bulk file',
          params: fileParams,
          headers: partHeaders,
          response: {
            200: answer('They are kept.', received),
            ...problems(400, 401, 403, 404, 409, 413, 415),
          },
        },
      },
      async (request) => {
        const bytes = request.body;
        if (!Buffer.isBuffer(bytes) || bytes.length === 0)
          throw new Problem(400, 'UPLOAD-EMPTY', {
            zh: '请求体为空；请以 application/octet-stream 发送文件的下一段',
            en: 'The body is empty; send the next bytes of the file as application/octet-stream',
          });
        const offset = Number(request.headers['upload-offset']);
        return upload(ports, enterpriseOf(request), request.params.fileId, offset, bytes);
      },
    );
  });
}

function settling(app: Http, ports: UploadPorts): void {
  app.post(
    '/api/bulk/files/:fileId/hand-in',
    {
      config: accessTo('bulk-files', 'hand-in'),
      schema: {
        ...described,
        operationId: 'handInBulkFile',
        summary: 'Have the good documents of a file that has been read handed in, as messages are',
        params: fileParams,
        response: { 200: answer('Under way.', bulkFile), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const file = await handIn(ports, enterpriseOf(request), request.params.fileId);
      return fileView(file, ports.parameters().keepMs);
    },
  );
  app.post(
    '/api/bulk/files/:fileId/cancel',
    {
      config: accessTo('bulk-files', 'hand-in'),
      schema: {
        ...described,
        operationId: 'cancelBulkFile',
        summary: 'End a file where it is; what has been handed in stays handed in',
        params: fileParams,
        response: { 200: answer('Ended.', bulkFile), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const file = await cancel(ports, enterpriseOf(request), request.params.fileId);
      return fileView(file, ports.parameters().keepMs);
    },
  );
}
