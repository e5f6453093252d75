/** Whole visits while the network to the upstream does its worst: TCP, TLS, names. Each cell of the table is asserted. */
import { afterAll } from 'vitest';
import { tcpMisdeeds, tlsMisdeeds } from '../support/fault-proxy/misdeeds.ts';
import { expectCells } from './fault-cells.ts';
import { compareDocument } from './fault-document.ts';
import { nameRow, tcpRows, tlsRows } from './fault-table.ts';

const misdeeds = new Map(Object.entries({ ...tcpMisdeeds, ...tlsMisdeeds }));

function misdeed(fault: string) {
  const found = misdeeds.get(fault);
  if (found === undefined) {
    throw new TypeError(`the proxy does not know: ${fault}`);
  }
  return found;
}

const tcp = expectCells(tcpRows, (fault, call) => ({
  call,
  begin: ({ proxy }) => proxy.misbehave(misdeed(fault)),
  end: ({ proxy }) => proxy.behave(),
}));

const tls = expectCells(tlsRows, (fault, call) => ({
  call,
  withTls: true,
  begin: ({ proxy }) => proxy.misbehave(misdeed(fault)),
  end: ({ proxy }) => proxy.behave(),
}));

const names = expectCells(
  [nameRow],
  (_fault, call) => ({
    call,
    baseUrlOf: () => 'http://upstream.invalid:8080/api',
    begin: async () => {},
    end: async () => {},
  }),
  () => false,
);

afterAll(() => compareDocument({ 'The connection': tcp, 'TLS and names': [...tls, ...names] }));
