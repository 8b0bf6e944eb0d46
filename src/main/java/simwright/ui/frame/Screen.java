package simwright.ui.frame;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.ui.fx.Text;

/// The screens in the order of the rail, which is also the order of `Ctrl 1` to `Ctrl 9`.
public enum Screen {
  /// Devices as cards.
  BENCH("screens/bench", "screen.bench", "keys.bench", Material2OutlinedMZ.MEMORY),
  /// The profiles of the card, downloads, notifications, the eUICC.
  PROFILES("screens/profiles", "screen.profiles", "keys.profiles", Material2OutlinedMZ.SIM_CARD),
  /// The selection of profiles and its drills.
  FAILOVER("screens/failover", "screen.failover", "keys.failover", Material2OutlinedMZ.SWAP_CALLS),
  /// Plans, runs, verdicts.
  ACCEPTANCE(
      "screens/acceptance", "screen.acceptance", "keys.acceptance", Material2OutlinedAL.FACT_CHECK),
  /// The catalog of profiles.
  CATALOG("screens/catalog", "screen.catalog", "keys.catalog", Material2OutlinedMZ.STORAGE),
  /// What devices carried: budgets, applications, anomalies.
  DATA("screens/data", "screen.data", "keys.data", Material2OutlinedAL.DATA_USAGE),
  /// The log.
  AUDIT("screens/audit", "screen.audit", "keys.audit", Material2OutlinedMZ.MENU_BOOK),
  /// The transcript and a command line.
  TERMINAL("screens/terminal", "screen.terminal", "keys.terminal", Material2OutlinedAL.CODE),
  /// Runbook, glossary, keys, about.
  HELP("screens/help", "screen.help", "keys.help", Material2OutlinedAL.HELP_OUTLINE);

  private final String fxml;
  private final String key;
  private final String keysKey;
  private final Ikon icon;

  Screen(String fxml, String key, String keysKey, Ikon icon) {
    this.fxml = fxml;
    this.key = key;
    this.keysKey = keysKey;
    this.icon = icon;
  }

  /// The name of its FXML file below `/fxml/`, without the ending.
  public String fxml() {
    return fxml;
  }

  /// Its word on the rail.
  public String word() {
    return Text.of(key);
  }

  /// The keys that work on it, in words.
  public String keys() {
    return Text.of(keysKey);
  }

  /// Its icon.
  public Ikon icon() {
    return icon;
  }

  /// The number of its key: `Ctrl 1` is the first.
  public int digit() {
    return ordinal() + 1;
  }
}
