/**
 * The commands of the CLI, in the order in which help lists them.
 * Runs in Node, as part of `pravesh`. Each file is loaded when its command is asked for.
 */
import type { CommandTable } from './dispatch.ts';

export const commands: CommandTable = {
  run: async () => (await import('./commands/run.ts')).runCommand,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  operator: async () => (await import('./commands/operator.ts')).operatorCommand,
  party: async () => (await import('./commands/party.ts')).partyCommand,
  receipts: async () => (await import('./commands/receipts.ts')).receiptsCommand,
  entries: async () => (await import('./commands/entries.ts')).entriesCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  config: async () => (await import('./commands/config.ts')).configCommand,
};
