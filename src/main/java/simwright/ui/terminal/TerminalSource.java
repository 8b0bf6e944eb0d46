package simwright.ui.terminal;

import java.util.List;
import simwright.job.Job;
import simwright.transcript.TranscriptReader;

/// What the terminal screen needs of the rest of the program.
public interface TerminalSource {
  /// At most `most` lines of a transcript file from a byte offset on.
  TranscriptReader.Window read(String file, long from, int most);

  /// The length of a transcript file in bytes; 0 when it is not there.
  long length(String file);

  /// Sends a line to a device as a job whose result is the lines of the answer; dangerous lines end
  /// in a fault or ask for confirmation.
  Job<List<String>> send(String device, String line);

  /// What a received line means, in words; "" when nothing is known.
  String explain(String line);

  /// Writes text as a file for a person to keep and says where it lies.
  String save(String name, String text);

  /// The macros there are: shipped ones and a person's own.
  List<Macro> macros();
}
