package simwright.ui.terminal;

import java.time.Instant;
import java.util.List;
import simwright.job.Job;
import simwright.runbook.Explained;
import simwright.transcript.TranscriptReader;

/// What the terminal screen needs of the rest of the program.
public interface TerminalSource {
  /// At most `most` lines of a transcript file from a byte offset on.
  TranscriptReader.Window read(String file, long from, int most);

  /// The length of a transcript file in bytes; 0 when it is not there.
  long length(String file);

  /// When the link of a transcript was opened; the epoch when that is not known.
  Instant opened(String file);

  /// The whole transcript as a file that can be replayed; identifiers are taken out.
  String fixture(String file);

  /// Sends a line to a device as a job whose result is the lines of the answer; dangerous lines end
  /// in a fault or ask for confirmation.
  Job<List<String>> send(String device, String line);

  /// What a line received after a command means, in words; "" when nothing is known.
  String explain(String command, String line);

  /// The same with all its parts.
  Explained tree(String command, String line);

  /// The macros there are: shipped ones and a person's own.
  List<Macro> macros();

  /// Keeps a person's own macro under a name.
  void saveMacro(String name, String text);
}
