package simwright.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.fault.Fault;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.LabCodes;
import simwright.lpa.Servers;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Trust;
import simwright.time.Time;
import simwright.tlv.Octets;

/// The servers of a served bench: its test root is believed, and its names lead to where it
/// listens.
final class LabServers {
  private LabServers() {}

  static Servers of(Optional<Path> bench, Time time) {
    if (bench.isEmpty()) {
      return new Servers(new Trust(List.of()), Map.of(), false, time);
    }
    Map<String, InetSocketAddress> connectTo = new HashMap<>();
    Set<String> files = new LinkedHashSet<>();
    for (BenchDescription.Server server : BenchFile.read(bench.get()).servers()) {
      int colon = server.address().lastIndexOf(':');
      connectTo.put(
          server.host(),
          new InetSocketAddress(
              server.address().substring(0, colon),
              Integer.parseInt(server.address().substring(colon + 1))));
      files.add(server.root());
    }
    Trust roots = new Trust(files.stream().map(LabServers::root).toList());
    return new Servers(roots, connectTo, true, time);
  }

  private static Certificate root(String file) {
    try {
      return Certificate.read(Octets.of(Files.readAllBytes(Path.of(file))));
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "reading the test root", file, e.getMessage(), e);
    }
  }
}
