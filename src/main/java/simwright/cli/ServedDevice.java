package simwright.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which device of which served bench a command is about, the same on every such command.
public final class ServedDevice {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the bench.")
  Path dir = Path.of("");

  @Parameters(index = "1", paramLabel = "ID", description = "The device, such as ec25.")
  String id = "";

  @Option(names = "--json", description = "Print JSON.")
  boolean json;
}
