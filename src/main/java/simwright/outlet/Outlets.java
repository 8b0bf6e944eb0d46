package simwright.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import simwright.fault.Fault;
import simwright.store.DataDirectory;
import simwright.store.Settings;

/// The outlets that a person has chosen, in the settings of a data folder.
public final class Outlets {
  private static final String KEY = "alarm-outlets";

  private final DataDirectory data;

  /// Of this folder.
  public Outlets(DataDirectory data) {
    this.data = data;
  }

  /// All of them.
  public List<Outlet> all() {
    List<Outlet> all = new ArrayList<>();
    for (String each : Settings.open(data).get(KEY).orElse("").split(";", -1)) {
      String[] parts = each.strip().split(" ", 2);
      if (parts.length == 2) {
        all.add(Outlet.of(parts[0], parts[1]));
      }
    }
    return List.copyOf(all);
  }

  /// The one of a name; throws `outlet/address` where there is none.
  public Outlet named(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Fault(
                OutletCodes.ADDRESS,
                "choosing where alarms are sent",
                name,
                "there is none",
                null));
  }

  /// Adds one, or puts it in the place of that of its name.
  public void add(Outlet outlet) {
    List<Outlet> all = new ArrayList<>(all());
    all.removeIf(each -> each.name().equals(outlet.name()));
    all.add(outlet);
    write(all);
  }

  /// Removes one; throws `outlet/address` where there is none.
  public Outlet remove(String name) {
    Outlet gone = named(name);
    write(all().stream().filter(each -> !each.equals(gone)).toList());
    return gone;
  }

  private void write(List<Outlet> all) {
    Settings settings = Settings.open(data);
    settings.put(
        KEY,
        all.stream()
            .map(each -> each.name() + " " + each.address())
            .collect(Collectors.joining(";")));
    settings.write();
  }
}
