package simwright.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import simwright.identity.Iccid;

/// Which profile on which card a command is about, the same on every such command.
public final class CardProfile extends CardOption {
  @Parameters(
      index = "1",
      paramLabel = "ICCID",
      description = "The profile.",
      converter = Typed.OfIccid.class)
  private @Nullable Iccid profile;

  Iccid iccid() {
    return Objects.requireNonNull(profile);
  }
}
