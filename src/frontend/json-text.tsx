import { CodeEditor, type Monaco, type MonacoEditor, TextArea } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import type { Schema } from './types';

interface Props {
  readonly id: string;
  /** What it is, to those who do not see it. */
  readonly label: string;
  readonly text: string;
  /** What the text may say: asked once. Rejects where that cannot be told. */
  readonly schema: () => Promise<Schema>;
  readonly readOnly?: boolean;
  readonly onText: (text: string) => void;
  /** Called when the text is left. */
  readonly onLeave: () => void;
}

/** The most lines that are in sight at once, and how high one is, in pixels. */
const [LINES, LINE] = [24, 18];
/** What the schema is called among those of other plugins. */
const NAME = 'helpdesk-metrics://schema.json';

/** JSON: with completion, names on hovering and marked errors where its schema is known, else plain text. */
export function JsonText({ id, label, text, schema: asked, readOnly = false, onText, onLeave }: Props) {
  const schema = useSchema(asked);
  const lines = Math.min(LINES, text.split('\n').length + 1);
  // the code editor keeps what it was given first
  const latest = useRef({ onText, onLeave });
  useEffect(() => {
    latest.current = { onText, onLeave };
  });
  const release = useRef<(() => void) | null>(null);
  if (schema === null) {
    return (
      <TextArea
        id={id}
        rows={lines}
        value={text}
        spellCheck={false}
        readOnly={readOnly}
        style={{ fontFamily: 'monospace' }}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
      />
    );
  }
  return (
    // the tabulator key leaves the field, as it does everywhere else
    <div role="presentation" onKeyDownCapture={(event) => event.key === 'Tab' && event.stopPropagation()}>
      <CodeEditor
        language="json"
        value={text}
        height={lines * LINE + LINE / 2}
        showLineNumbers={false}
        showMiniMap={false}
        readOnly={readOnly}
        monacoOptions={{ ariaLabel: label, scrollBeyondLastLine: false }}
        onChange={(next) => latest.current.onText(next)}
        onBlur={() => latest.current.onLeave()}
        onEditorDidMount={(editor, monaco) => {
          release.current = heeded(schema, editor, monaco);
        }}
        onEditorWillUnmount={() => release.current?.()}
      />
    </div>
  );
}

/** A schema; null while it is not known, or where it cannot be told. */
function useSchema(asked: () => Promise<Schema>): Schema | null {
  const [schema, setSchema] = useState<Schema | null>(null);
  const ask = useRef(asked);
  useEffect(() => {
    let isOver = false;
    ask.current().then(
      // the code editor warns of every draft that it does not know whole
      ({ $schema: _, ...found }) => !isOver && setSchema(found),
      () => undefined
    );
    return () => {
      isOver = true;
    };
  }, []);
  return schema;
}

/** Lets the editor's text, and no other, be held against the schema. The answer takes that back. */
function heeded(schema: Schema, editor: MonacoEditor, { languages }: Monaco): () => void {
  const { jsonDefaults } = languages.json;
  const uri = `${NAME}#${editor.getModel()?.id ?? ''}`;
  const replace = (own: ReadonlyArray<{ readonly uri: string; readonly fileMatch: string[]; readonly schema: Schema }>) => {
    const { diagnosticsOptions } = jsonDefaults;
    const others = (diagnosticsOptions.schemas ?? []).filter((one) => one.uri !== uri);
    jsonDefaults.setDiagnosticsOptions({ ...diagnosticsOptions, validate: true, schemas: [...others, ...own] });
  };
  replace([{ uri, fileMatch: [editor.getModel()?.uri.toString() ?? ''], schema }]);
  return () => replace([]);
}
