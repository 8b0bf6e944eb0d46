package simwright.contract;

import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;

/// The master side of a pseudo-terminal as a far end.
public record TerminalEnd(PseudoTerminal terminal) implements FarEnd {
  @Override
  public int read(byte[] buffer, Deadline deadline) {
    return terminal.read(buffer, deadline);
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) {
    int written = terminal.write(bytes, deadline);
    if (written != bytes.length) {
      throw new IllegalStateException("only " + written + " bytes were taken");
    }
  }

  @Override
  public void hangUp() {
    terminal.close();
  }
}
