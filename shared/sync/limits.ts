export const mostEntriesPerPush = 200;
/** Of the entries' JSON, before compression. One entry that is larger goes alone. */
export const mostBytesPerPush = 1_048_576;
