package simwright.ui.registry;

import java.nio.file.Path;
import java.util.List;
import simwright.job.Job;
import simwright.job.ResultActs;
import simwright.journal.Alarm;
import simwright.rollout.RegistryEntry;

/// What the registry needs of the log.
public interface RegistrySource {
  /// The entries whose kind holds all words; all for no words. Reads the log.
  List<RegistryEntry> entries(String words);

  /// The alarms that still hold, newest first. Reads the log.
  List<Alarm> alarms();

  /// A person has seen an alarm.
  Job<?> acknowledge(Alarm alarm);

  /// Writes the registry as a file for a person to keep, and says where it lies: as CSV with all
  /// entries, else as JSON with one's own, which another installation can take in.
  Job<String> export(boolean csv);

  /// Takes in the registry of another installation, as a whole or not at all.
  Job<ResultActs.Imported> take(Path file);
}
