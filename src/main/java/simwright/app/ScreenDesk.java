package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.store.DataDirectory;
import simwright.store.Settings;
import simwright.store.StoreCodes;
import simwright.time.Task;
import simwright.time.Time;
import simwright.ui.fx.Desk;

/// Settings and exported files in the data folder; many changes in a row are written once.
final class ScreenDesk implements Desk, AutoCloseable {
  private static final Duration SOON = Duration.ofMillis(500);

  private final DataDirectory data;
  private final Settings settings;
  private final Time time;
  private @Nullable Task pending;

  ScreenDesk(DataDirectory data, Time time) {
    this.data = data;
    this.settings = Settings.open(data);
    this.time = time;
  }

  @Override
  public String recall(String key) {
    return settings.get(key).orElse("");
  }

  @Override
  public synchronized void keep(String key, String value) {
    if (recall(key).equals(value)) {
      return;
    }
    settings.put(key, value);
    if (pending == null) {
      pending = time.after(SOON, "settings", this::write);
    }
  }

  @Override
  public String save(String name, String text) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "_");
    Path folder = data.root().resolve("exports");
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(safe), text).toString();
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "saving a file", folder.toString(), e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (pending != null) {
      pending.cancel();
      write();
    }
  }

  private synchronized void write() {
    pending = null;
    settings.write();
  }
}
