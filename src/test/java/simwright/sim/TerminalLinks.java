package simwright.sim;

import java.nio.file.Path;
import java.util.List;
import simwright.lab.BenchFile;
import simwright.link.Links;
import simwright.link.serial.SerialLinks;
import simwright.time.Time;

/// Serial links whose transcripts stand in a test's folder; those that a bench serves are known to
/// be simulated.
public final class TerminalLinks {
  private TerminalLinks() {}

  public static Links in(Path folder, Time time) {
    return new Links(
        List.of(new SerialLinks(time)),
        folder.resolve("transcripts"),
        address -> BenchFile.find(Path.of(address.path())).isPresent(),
        time);
  }
}
