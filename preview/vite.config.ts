import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const MODULES = join(FOLDER, 'node_modules');
const BUILT = join(FOLDER, 'dist');

/** Fonts by the names that @grafana/ui asks for. */
const FONTS: Readonly<Record<string, string>> = {
  'inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
  'inter/Inter-Italic.woff2': '@fontsource/inter/files/inter-latin-400-italic.woff2',
  'inter/Inter-MediumItalic.woff2': '@fontsource/inter/files/inter-latin-500-italic.woff2',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2': '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

/** Icons and fonts where @grafana/ui looks for them, and everything large packed beside itself. */
function publicFiles(): Plugin {
  return {
    name: 'public-files',
    closeBundle() {
      cpSync(join(MODULES, '@grafana/ui/dist/public/img'), join(BUILT, 'public/build/img'), { recursive: true });
      for (const [name, from] of Object.entries(FONTS)) {
        const to = join(BUILT, 'public/fonts', name);
        mkdirSync(dirname(to), { recursive: true });
        cpSync(join(MODULES, from), to);
      }
      for (const path of readdirSync(join(BUILT, 'assets'), { encoding: 'utf8' })) {
        const file = join(BUILT, 'assets', path);
        if (/\.(js|css)$/.test(path) && statSync(file).size > 1400) {
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
        }
      }
    },
  };
}

export default defineConfig({
  root: FOLDER,
  plugins: [publicFiles()],
  resolve: {
    alias: [
      // @grafana/ui's packages bring an old router of their own
      { find: /^react-router-dom(-v5-compat)?$/, replacement: join(MODULES, 'react-router-dom') },
      // what Grafana itself sets and the package does not export
      { find: '@internal/data-source-settings', replacement: join(MODULES, '@grafana/runtime/dist/esm/services/dataSource/settings.mjs') },
      { find: '@internal/data-source-instance', replacement: join(MODULES, '@grafana/runtime/dist/esm/services/dataSource/dataSource.mjs') },
      // the code editor that @grafana/ui brings
      { find: '@internal/monaco', replacement: join(MODULES, 'monaco-editor/esm/vs') },
      { find: '@internal/i18n', replacement: join(MODULES, '@grafana/i18n/dist/esm/i18n.mjs') },
    ],
    dedupe: ['react', 'react-dom', 'rxjs', 'i18next', 'react-i18next', 'lodash'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: BUILT,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
    reportCompressedSize: false,
    rolldownOptions: { shimMissingExports: true },
  },
});
