/** A template's text without the indentation of the source, and the indentation of the line that each value stands in. */
interface Layout {
  readonly parts: readonly string[];
  readonly margins: readonly string[];
}

const known = new WeakMap<TemplateStringsArray, Layout>();

/** How a template of SQL is laid out: settled once for each template. */
export function layout(template: TemplateStringsArray): Layout {
  const found = known.get(template) ?? laidOut(template);
  known.set(template, found);
  return found;
}

function laidOut(template: readonly string[]): Layout {
  if (!template.some((part) => part.includes('\n'))) {
    return { parts: template, margins: template.map(() => '') };
  }
  const indents = template.flatMap((part) => [...part.matchAll(/\n( *)(?=[^ \n]|$)/g)].map(([, spaces]) => spaces.length));
  const least = new RegExp(`\\n {${Math.min(...indents)}}`, 'g');
  const parts = template.map((part, i) => {
    const flush = part.replace(least, '\n');
    return i === 0 ? flush.replace(/^\n/, '') : flush;
  });
  const margins: string[] = [];
  parts.forEach((part, i) => {
    const line = part.lastIndexOf('\n');
    const isFirstLine = i === 0 && line < 0;
    margins.push(line >= 0 || isFirstLine ? (/^ */.exec(part.slice(line + 1))?.[0] ?? '') : margins[i - 1]);
  });
  return { parts, margins };
}
