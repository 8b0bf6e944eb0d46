package simwright.sim.handset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A message between adb server and handset: a command of four letters, two arguments, and data; 24
/// bytes of heading, the lowest byte first (adb's protocol.txt).
record AdbMessage(int command, int first, int second, byte[] data) {
  static final int CONNECT = 0x4e58_4e43;
  static final int AUTHENTICATE = 0x4854_5541;
  static final int OPEN = 0x4e45_504f;
  static final int READY = 0x5941_4b4f;
  static final int WRITE = 0x4554_5257;
  static final int CLOSE = 0x4553_4c43;

  private static final int HEADING = 24;
  private static final int LARGEST = 1 << 20;

  static AdbMessage read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[HEADING];
    in.readFully(bytes);
    ByteBuffer heading = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int command = heading.getInt();
    int first = heading.getInt();
    int second = heading.getInt();
    int length = heading.getInt();
    if (length < 0 || length > LARGEST || heading.getInt(20) != ~command) {
      throw new IOException("no message of adb");
    }
    byte[] data = new byte[length];
    in.readFully(data);
    return new AdbMessage(command, first, second, data);
  }

  void write(OutputStream out) throws IOException {
    int sum = 0;
    for (byte each : data) {
      sum += each & 0xff;
    }
    ByteBuffer all = ByteBuffer.allocate(HEADING + data.length).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(command).putInt(first).putInt(second).putInt(data.length).putInt(sum);
    all.putInt(~command).put(data);
    out.write(all.array());
    out.flush();
  }
}
