import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import type { RequestFacts } from '../request.ts';
import { isAsset, isBuiltFile, sendCookiesWithHead } from './page-rotation.ts';

const ours = 'ss=new; Path=/';
let draw: (res: ServerResponse) => void = () => undefined;
const server = createServer((_req, res) => {
  const request: RequestFacts = {
    id: '1',
    locale: 'en',
    address: '',
    agent: '',
    cookie: '',
    setCookies: [ours],
    told: [],
  };
  sendCookiesWithHead(res, request);
  draw(res);
}).listen(0);
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
afterAll(() => server.close());

const cookiesWhen = async (page: (res: ServerResponse) => void) => {
  draw = page;
  return (await fetch(url)).headers.getSetCookie();
};

test('our cookie is sent whichever way the page sends its own', async () => {
  expect(await cookiesWhen((res) => res.end('x'))).toEqual([ours]);
  expect(await cookiesWhen((res) => res.setHeader('set-cookie', ['a=1', 'b=2']).end())).toEqual(['a=1', 'b=2', ours]);
  expect(await cookiesWhen((res) => res.writeHead(200, { 'Set-Cookie': 'a=1' }).end())).toEqual(['a=1', ours]);
  expect(await cookiesWhen((res) => res.writeHead(404, 'gone', { 'x-y': '1' }).end())).toEqual([ours]);
  const streamed = await cookiesWhen((res) => {
    res.write('streamed');
    res.end();
  });
  expect(streamed).toEqual([ours]);
});

test('a value of the same name gives way', async () => {
  expect(await cookiesWhen((res) => res.setHeader('set-cookie', ['ss=old', 'ssx=1']).end())).toEqual(['ssx=1', ours]);
});

test('assets are told from pages', () => {
  expect(['/_next/static/a.js', '/favicon.ico', '/manifest.webmanifest'].map(isAsset)).toEqual([true, true, true]);
  expect(['/', '/libraries', '/staff/0190-ab', '/staff/a.js'].map(isAsset)).toEqual([false, false, false, false]);
});

test('only a file of the build is sent without being counted', () => {
  expect(['/_next/static/chunks/a-b.js', '/_next/static/chunks/app/(inside)/[id]/p.js'].every(isBuiltFile)).toBe(true);
  const steps = ['/_next/static/../../staff', '/_next/static/%2e%2e/%2E./staff', '/_next/static/..\\..\\staff'];
  expect([...steps, '/_next/image', '/x.js', '/staff/x.js'].filter(isBuiltFile)).toEqual([]);
});
