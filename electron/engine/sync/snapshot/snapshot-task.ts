/** Whose books are given away. */
export type SnapshotRegister = { registerId: string; registerCode: string; registerName: string };

/** Up to where, in which epoch, a snapshot holds the store's entries. */
export type SnapshotPlace = { position: number; mark: number; epoch: number };

export type SnapshotTask =
  | { task: 'pack'; databaseFile: string; folder: string; register: SnapshotRegister }
  | { task: 'unpack'; packed: string; target: string; ownFile: string; place: SnapshotPlace };

export type PackedSnapshot = { file: string; size: number; sha256: string; schema: number };

export type SnapshotMessage =
  { kind: 'packed'; packed: PackedSnapshot } | { kind: 'unpacked' } | { kind: 'failed'; message: string };
