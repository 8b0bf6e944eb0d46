package simwright.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import simwright.lab.SimulatedBench.DeviceRequest;

/// Which devices a bench offers, how many of each and with which faults.
public final class OfferedDevices {
  private static final int MOST = 100;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description =
          "A device to offer (see sim devices); again for more. Another card in it: NAME"
              + ".usim, .sgp02, .sgp32, .other-aid, .slow-card or .small-card.")
  @Nullable List<String> devices;

  @Option(
      names = "--count",
      defaultValue = "1",
      paramLabel = "N",
      description = "So many of each device, 1 to 100 (default ${DEFAULT-VALUE}).")
  int count;

  @Option(
      names = "--fault",
      defaultValue = "",
      paramLabel = "FAULTS",
      description = "Faults of every device, such as drop:0.01,no-ping.")
  String faults = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the faults (default ${DEFAULT-VALUE}).")
  long seed;

  /// Whether none was named.
  boolean none() {
    return devices == null;
  }

  /// What is asked of the bench; the same device twice gets a number: ec25, ec25-2.
  List<DeviceRequest> requests(@Nullable CommandLine command) {
    if (count < 1 || count > MOST) {
      throw new ParameterException(
          Objects.requireNonNull(command), "--count is 1 to " + MOST + ", not " + count);
    }
    Map<String, Integer> counts = new HashMap<>();
    List<DeviceRequest> requests = new ArrayList<>();
    for (String name : devices == null ? List.<String>of() : devices) {
      for (String device : Collections.nCopies(count, name)) {
        int number = counts.merge(device, 1, Integer::sum);
        String id = number == 1 ? device : device + "-" + number;
        requests.add(new DeviceRequest(id, device, faults, seed + requests.size()));
      }
    }
    return requests;
  }
}
