import { escapeTerminal } from './terminal.ts';

/** The message of a GitHub workflow command. See actions/runner, ActionCommand.cs. */
export function escapeWorkflowData(text: string): string {
  return escapeTerminal(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command. */
export function escapeWorkflowProperty(text: string): string {
  return escapeWorkflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
