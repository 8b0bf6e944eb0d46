package simwright.sim;

import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.Time;

/// A cable that is a pseudo-terminal: every program of this machine sees a serial port.
final class TerminalCable implements Cable {
  private final PseudoTerminal terminal;

  TerminalCable(Time time) {
    this.terminal = PseudoTerminal.open(time);
  }

  @Override
  public String path() {
    return terminal.path();
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    return terminal.read(buffer, deadline);
  }

  @Override
  public int write(byte[] bytes, Deadline deadline) {
    return terminal.write(bytes, deadline);
  }

  @Override
  public void close() {
    terminal.close();
  }
}
