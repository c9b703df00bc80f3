const HIDDEN = '[redacted]';

/** The secrets that have passed through: what no log line, error or health detail may hold. */
export class Secrets {
  /** Longest first: a secret that holds another goes as a whole. */
  private forms: string[] = [];

  /** Notes a data source's secrets, also as they look inside JSON text and URLs. */
  remember(secrets: Iterable<string>): void {
    const known = new Set(this.forms);
    for (const secret of secrets) {
      if (secret !== '' && !known.has(secret)) {
        [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)].forEach((form) => known.add(form));
      }
    }
    if (known.size > this.forms.length) {
      this.forms = [...known].sort((a, b) => b.length - a.length);
    }
  }

  /** The text with every known secret taken out. */
  readonly redact = (text: string): string => this.forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text);
}
