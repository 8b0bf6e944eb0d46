package simwright.at.command;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Sends a piece over a socket of the modem's own stack with the command of the hardware profile:
/// +USOST, which tells how many bytes it took, or +QISENDEX, which answers SEND OK or SEND FAIL.
@NoKnownVector(because = "no public recording of a whole transfer is known")
public record SendBytes(String text, int length) implements AtCommand<Integer> {
  /// Fills in a template of a hardware profile with text of letters and digits.
  public static SendBytes of(String template, int socket, String host, int port, String piece) {
    String hex = HexFormat.of().formatHex(piece.getBytes(StandardCharsets.US_ASCII));
    return new SendBytes(
        template
            .replace("{socket}", Integer.toString(socket))
            .replace("{host}", host)
            .replace("{port}", Integer.toString(port))
            .replace("{length}", Integer.toString(piece.length()))
            .replace("{hex}", hex)
            .replace("{text}", piece),
        piece.length());
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  /// The bytes that were taken.
  @Override
  public Optional<Integer> parse(List<String> lines) {
    return Lines.name(text).equals("+QISENDEX")
        ? Optional.of(length)
        : Lines.fields(lines, Lines.name(text)).flatMap(fields -> Lines.number(fields, 1));
  }
}
