/** The public door of the contract: everything that another folder may use of it. */
export * from './client.ts';
export * from './closest-word.ts';
export * from './description.ts';
export * from './digits.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './http-problem.ts';
export * from './http-route.ts';
export * from './operation.ts';
export * from './operations.ts';
export * from './page-policy.ts';
export * from './person-name.ts';
export * from './verification.ts';
export * from './version.ts';
