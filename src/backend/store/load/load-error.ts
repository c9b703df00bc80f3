import { messageOf } from '../../message-of';
import { SourceError } from '../../sources/source';

/** Why a load failed, in a user's words: a SourceError's own, or that of the store. */
export function loadError(error: unknown): SourceError {
  if (error instanceof SourceError) {
    return error;
  }
  const text = messageOf(error);
  if (/Out of Memory Error|max_temp_directory_size/i.test(text)) {
    return new SourceError(
      'limit',
      'The store needs more memory or temporary disk space than it may use.',
      'Raise the store’s memory limit in the data source’s settings.',
      { cause: error }
    );
  }
  if (/No space left on device|ENOSPC|File too large|EFBIG|quota exceeded|EDQUOT/i.test(text)) {
    return new SourceError(
      'limit',
      'The disk that holds the store is full, or lets no file grow further.',
      'Free some space, or choose another directory for the store in the data source’s settings.',
      { cause: error }
    );
  }
  if (/EACCES|EPERM|EROFS|EEXIST|ENOTDIR|Permission denied|Read-only file system/i.test(text)) {
    return new SourceError(
      'config',
      'The store’s directory cannot be written.',
      'Give the user that runs Grafana write access, or choose another directory in the data source’s settings.',
      { cause: error }
    );
  }
  return new SourceError('internal', 'The load failed inside the plugin.', 'Grafana’s log has the details.', { cause: error });
}
