import { readFileSync } from 'node:fs';

/** Resident memory of a process, now and at most, in MB; null where the system does not tell. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { now: mb('VmRSS'), most: mb('VmHWM') };
  } catch {
    return null;
  }
}

/** How often a second the system counts CPU time, wherever it tells of it in /proc. */
const TICKS = 100;

/** CPU time that a process has used, its own and the system's for it, in milliseconds; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  try {
    // behind the command's name, which may hold anything
    const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop() ?? '').split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return null;
  }
}
