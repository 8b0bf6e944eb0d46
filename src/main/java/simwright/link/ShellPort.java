package simwright.link;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.Transcript;

/// An open shell link with its transcript; one command at a time, each bounded by its deadline on
/// the caller's thread. It ends with the first command that finds the device gone. Made by `Links`
/// alone.
public final class ShellPort implements AutoCloseable {
  private final ShellLink link;
  private final Transcript transcript;
  private final boolean simulated;
  private final Time time;

  /// Why it ended; empty while it is open.
  private final AtomicReference<@Nullable FaultCode> ended = new AtomicReference<>();

  private volatile Consumer<FaultCode> listening = why -> {};

  ShellPort(ShellLink link, Transcript transcript, boolean simulated, Time time) {
    this.link = link;
    this.transcript = transcript;
    this.simulated = simulated;
    this.time = time;
  }

  /// Where it leads.
  public LinkAddress address() {
    return link.address();
  }

  /// Whether a simulated device is at the far end.
  public boolean simulated() {
    return simulated;
  }

  /// What goes over it.
  public Transcript transcript() {
    return transcript;
  }

  /// Whether it is still open.
  public boolean isOpen() {
    return ended.get() == null;
  }

  /// Who is told, on a thread of its own, why it ended.
  public void whenEnded(Consumer<FaultCode> listener) {
    listening = listener;
  }

  /// Has a command carried out; what a command refuses stands in its answer.
  public synchronized ShellSaid run(String command, Deadline deadline) {
    check();
    write(Direction.SENT, command + "\n");
    try {
      ShellSaid said = link.run(command, deadline);
      write(Direction.RECEIVED, said.output());
      write(Direction.RECEIVED, said.errors());
      transcript.flush();
      said.exit().ifPresent(code -> transcript.note("exit " + code));
      return said;
    } catch (Fault fault) {
      throw noted(fault);
    }
  }

  /// Restarts the device; the link is over then.
  public synchronized void reboot(Deadline deadline) {
    check();
    transcript.note("reboot");
    try {
      link.reboot(deadline);
    } catch (Fault fault) {
      throw noted(fault);
    }
    end(LinkCodes.GONE);
  }

  @Override
  public void close() {
    end(LinkCodes.CLOSED);
  }

  /// The device is no longer listed.
  void vanished() {
    end(LinkCodes.GONE);
  }

  /// A command that only took too long leaves the link as it is.
  private Fault noted(Fault fault) {
    transcript.note("failed: " + fault.code());
    if (!fault.code().equals(LinkCodes.COMMAND_TIMEOUT)) {
      end(fault.code());
    }
    return fault;
  }

  private void write(Direction direction, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    transcript.append(direction, bytes, bytes.length);
  }

  private void check() {
    FaultCode why = ended.get();
    if (why != null) {
      throw new Fault(why, "sending a command", address().toString());
    }
  }

  private void end(FaultCode why) {
    if (ended.compareAndSet(null, why)) {
      try (transcript) {
        link.close();
        transcript.note("ended: " + why);
      }
      Consumer<FaultCode> told = listening;
      Thread unused = time.start("ended " + address().path(), () -> told.accept(why));
    }
  }
}
