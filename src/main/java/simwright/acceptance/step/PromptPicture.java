package simwright.acceptance.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Shown;
import simwright.fault.Fault;

/// What a prompt shows beside its text.
final class PromptPicture {
  static final String FILE = "picture";
  static final String QR = "qr";
  static final String ORDER = "show_order";

  private static final int LONGEST = 500;
  private static final long LARGEST = 5_000_000;

  private PromptPicture() {}

  static Optional<String> objection(Parameters with) {
    List<String> given = List.of(FILE, QR, ORDER).stream().filter(with::has).toList();
    if (given.size() > 1) {
      return Optional.of("it shows one picture, not " + String.join(" and ", given));
    }
    return Optional.of(with.text(QR, ""))
        .filter(text -> text.length() > LONGEST)
        .map(_ -> "a qr code holds at most " + LONGEST + " letters");
  }

  /// Whether an order's code is to be shown.
  static boolean wanted(Parameters with) {
    return with.has(ORDER);
  }

  /// The picture; empty where there is none, or no order of that name.
  static Optional<Shown> of(StepContext context) {
    Parameters with = context.with();
    if (with.has(FILE)) {
      return Optional.of(image(Path.of(with.text(FILE, ""))));
    }
    if (with.has(QR)) {
      return Optional.of(new Shown.QrCode(with.text(QR, ""), false));
    }
    return with.has(ORDER)
        ? code(context).map(code -> new Shown.QrCode(code, true))
        : Optional.empty();
  }

  private static Optional<String> code(StepContext context) {
    String order = context.with().text(ORDER, "");
    if (!order.matches("[0-9]{1,3}")) {
      return context.tools().server().code(order);
    }
    List<TestOrder> orders = context.tools().orders();
    int number = Integer.parseInt(order);
    return number >= 1 && number <= orders.size()
        ? Optional.of(orders.get(number - 1).code())
        : Optional.empty();
  }

  private static Shown image(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST) {
        throw new Fault(
            AcceptanceCodes.PICTURE, "showing a picture", name, "it is larger than 5 MB", null);
      }
      return new Shown.Image(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Fault(AcceptanceCodes.PICTURE, "showing a picture", name, e.getMessage(), e);
    }
  }
}
