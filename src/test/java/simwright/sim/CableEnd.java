package simwright.sim;

import simwright.contract.FarEnd;
import simwright.time.Deadline;

/// The modem's side of a cable as a far end.
record CableEnd(Cable cable) implements FarEnd {
  @Override
  public int read(byte[] buffer, Deadline deadline) {
    return cable.read(buffer, deadline);
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) {
    int written = cable.write(bytes, deadline);
    if (written != bytes.length) {
      throw new IllegalStateException("only " + written + " bytes were taken");
    }
  }

  @Override
  public void hangUp() {
    cable.close();
  }
}
