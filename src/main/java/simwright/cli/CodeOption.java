package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;

/// The activation code of a command: its text, a picture of its QR code, or none where the server
/// that stands on the card is asked.
public final class CodeOption {
  private static final Duration PERSON = Duration.ofMinutes(2);

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description =
          "The activation code; - reads it from the standard input, where no shell cuts its $.")
  @Nullable String code;

  @Option(
      names = "--qr",
      paramLabel = "FILE",
      description = "A picture with its QR code: PNG, JPEG, GIF or BMP.")
  @Nullable Path qr;

  @Option(
      names = "--default-server",
      description = "Ask the default server that stands on the card; it knows the card by its EID.")
  boolean fromCard;

  /// The code; where a picture has several, a person chooses.
  ActivationCode read(CardOption card, Program program, Terminal terminal) {
    if (fromCard) {
      return card.act(program, terminal, (acts, id) -> acts.read(id, Attendant.absent()))
          .codeOfDefaultServer();
    }
    if (qr == null) {
      return ActivationCode.read(handed(code, "Activation code: ", program, terminal).orElse(""));
    }
    return QrCodes.of(Picture.read(qr)).one(codes -> chosen(codes, program, terminal));
  }

  /// What was given, or, where that is `-`, the next line of the standard input.
  static Optional<String> handed(
      @Nullable String given, String prompt, Program program, Terminal terminal) {
    return given != null && given.equals("-")
        ? terminal.handed(prompt, program.time()).map(String::new)
        : Optional.ofNullable(given);
  }

  private static Optional<ActivationCode> chosen(
      List<ActivationCode> codes, Program program, Terminal terminal) {
    List<String> numbers =
        IntStream.rangeClosed(1, codes.size()).mapToObj(Integer::toString).toList();
    String list =
        IntStream.range(0, codes.size())
            .mapToObj(i -> numbers.get(i) + ": " + codes.get(i).hint())
            .collect(Collectors.joining("\n"));
    Question.Choice question =
        new Question.Choice(
            "The picture has several activation codes.", list, numbers, PERSON, Optional.empty());
    return new TerminalAttendant(terminal, program.time())
        .ask(question)
        .map(number -> codes.get(numbers.indexOf(number)));
  }
}
