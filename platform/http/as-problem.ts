import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ReadersBusy } from '#postgres';
import { Problem } from './problem.ts';

/** What is thrown on the way of a request as the problem its caller is told; what nobody foresaw is a fault. */
export function asProblem(error: FastifyError | Problem, bodyLimit: number): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ReadersBusy)
    return new Problem(503, 'READERS-BUSY', {
      zh: '查询繁忙，请稍后重试',
      en: 'Too many are reading at present; try again later',
    });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const findings = error.validation.map((issue) => ({
      code: 'HTTP-PARAMETER',
      level: 'field' as const,
      path: issue.instancePath.replace(/^\//, '') || (error.validationContext ?? 'request'),
      message: {
        zh: `参数不符合要求：${issue.message ?? ''}`,
        en: issue.message ?? 'not as the API describes',
      },
      remedy: { zh: '按 /docs 中的接口说明填写', en: 'See the description of the interface at /docs' },
    }));
    return new Problem(
      400,
      'HTTP-PARAMETER',
      { zh: '请求参数不符合接口说明', en: 'The request is not as the API describes' },
      findings,
    );
  }
  if (error.statusCode === 413)
    return new Problem(413, 'HTTP-TOO-LARGE', {
      zh: `报文超过上限 ${bodyLimit} 字节，请拆分后再发`,
      en: `The body is larger than the limit of ${bodyLimit} bytes; split it`,
    });
  if (error.statusCode === 415)
    return new Problem(415, 'HTTP-MEDIA-TYPE', {
      zh: '不支持的内容类型，请用 application/xml 发送报文、application/json 发送其它请求',
      en: 'Unsupported content type: send messages as application/xml, everything else as application/json',
    });
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new Problem(400, 'HTTP-JSON', {
      zh: '请求体不是 JSON 文本',
      en: 'The body is no text in JSON',
    });
  if (error.code === 'FST_ERR_BAD_URL')
    return new Problem(400, 'HTTP-URL', { zh: '地址无法解码', en: 'The address cannot be decoded' });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Problem(error.statusCode, 'HTTP-REQUEST', {
      zh: `请求无法处理：${error.message}`,
      en: error.message,
    });
  return new Problem(500, 'FAULT', {
    zh: '系统故障，请稍后重试',
    en: 'A fault of the system; try again later',
  });
}
