/** A packet's header: three bytes of length, one of its number. */
export const PACKET_HEADER = 4;
/** The length of a packet that goes on in the next one. */
export const LONGEST_PACKET = 0xff_ffff;

/** First bytes of a packet that mean something: a file is asked for, the end, a fault. */
export const FILE = 0xfb;
export const END = 0xfe;
export const FAULT = 0xff;
/** No packet that ends the rows is longer; a cell that begins as it does is far longer. */
export const LONGEST_END = 9;

const QUERY = 0x03;

/** The packet that asks for a statement’s rows as text. */
export function statementPacket(sql: string): Buffer {
  const text = Buffer.from(sql, 'utf8');
  const packet = Buffer.alloc(PACKET_HEADER + 1 + text.length);
  packet.writeUIntLE(1 + text.length, 0, 3);
  packet[PACKET_HEADER] = QUERY;
  text.copy(packet, PACKET_HEADER + 1);
  return packet;
}

/** A fault that the server reports in place of rows. */
export class ServerFault extends Error {
  constructor(
    readonly errno: number,
    readonly sqlState: string,
    message: string
  ) {
    super(message);
  }
}

/** The fault in an error packet, whose body stands from `start` to `end`: 0xff, its number, `#` and its state, its text. */
export function faultOf(bytes: Buffer, start: number, end: number): ServerFault {
  const hasState = bytes[start + 3] === 0x23;
  return new ServerFault(
    bytes.readUInt16LE(start + 1),
    hasState ? bytes.toString('latin1', start + 4, start + 9) : '',
    bytes.toString('utf8', start + (hasState ? 9 : 3), end)
  );
}
