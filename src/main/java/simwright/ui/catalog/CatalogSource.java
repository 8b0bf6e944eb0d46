package simwright.ui.catalog;

import java.nio.file.Path;
import java.util.List;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Move;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.reconcile.Difference;
import simwright.failover.RegionCoverage;
import simwright.job.CatalogActs;
import simwright.job.Job;
import simwright.lpa.CardReading;

/// What the screen of the catalog needs of it.
public interface CatalogSource {
  /// The profiles that a filter means, each with what is odd about it. Reads the log.
  List<CatalogRow> rows(String filter);

  /// The steps of a profile's life. Reads the log.
  List<Move> history(CatalogProfile profile);

  /// What is to be said of a name for a profile. Reads the rules.
  NameCheck name(CatalogProfile profile, String name);

  /// How well regions are covered. Reads the log.
  List<RegionCoverage> coverage();

  /// The operators with their contracts, a person's own first. Reads the rules and the log.
  List<OperatorRow> operators();

  /// Gives a profile another name.
  Job<CatalogProfile> rename(CatalogProfile profile, String name);

  /// Takes the profiles of a file in.
  Job<CatalogActs.Imported> take(Path file, boolean skipBad);

  /// Writes what a filter means as CSV with shortened numbers, for a person to keep, and says where
  /// it lies. Reads the log.
  String export(String filter);

  /// Reads the card in a device.
  Job<CardReading> read(String device);

  /// Where the catalog differs from a card. Reads the log.
  List<Difference> compare(CardReading reading);

  /// Versions and the end of a profile's life.
  LifecycleSource lifecycle();

  /// Does what mends a difference.
  Job<?> mend(String device, Difference difference);
}
