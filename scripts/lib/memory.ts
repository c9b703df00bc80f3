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
