package simwright.acceptance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import simwright.ask.Handed;
import simwright.fault.Fault;
import simwright.identity.Redactor;

/// The folder of what people attached to steps: each under its SHA-256, on disk before a record
/// names it, and never changed.
public record Attachments(Path folder) {
  /// What is larger is no attachment, in bytes.
  public static final int LARGEST = 20_000_000;

  private static final String DOING = "keeping an attachment";

  /// Beside the transcripts.
  public static Attachments beside(Path transcripts) {
    return new Attachments(transcripts.toAbsolutePath().resolveSibling("attachments"));
  }

  /// Keeps what was handed over: a file as it is, a note without identifiers and codes. Throws
  /// `acceptance/attachment`.
  public Attached keep(Handed handed) {
    return switch (handed) {
      case Handed.Document document ->
          keep(name(document.path()), read(document.path()), document.path());
      case Handed.Note note -> {
        String text = Redactor.redact(note.text());
        yield keep("note", text.getBytes(StandardCharsets.UTF_8), folder);
      }
    };
  }

  /// The bytes of an attachment; empty where they are gone or not what they were.
  public Optional<byte[]> bytes(Attached attached) {
    if (!attached.sha256().matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(attached.sha256()));
      return Optional.of(bytes).filter(each -> sha256(each).equals(attached.sha256()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private Attached keep(String name, byte[] bytes, Path from) {
    String sha256 = sha256(bytes);
    try {
      Path file = Files.createDirectories(folder).resolve(sha256);
      if (!Files.exists(file)) {
        Path half = Files.createTempFile(folder, "half", "");
        try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            int unused = out.write(rest);
          }
          out.force(true);
        }
        Path unused = Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw fault(from, String.valueOf(e.getMessage()), e);
    }
    return new Attached(name, type(bytes), bytes.length, sha256);
  }

  private static byte[] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw fault(file, "it is larger than 20 MB", null);
      }
      return bytes;
    } catch (IOException e) {
      throw fault(file, String.valueOf(e.getMessage()), e);
    }
  }

  /// Letters that no system or report stumbles over, without identifiers.
  private static String name(Path file) {
    String plain =
        Redactor.redact(String.valueOf(file.getFileName())).replaceAll("[^A-Za-z0-9._-]+", "_");
    return plain.substring(Math.max(0, plain.length() - 100));
  }

  /// By its bytes: a name proves nothing.
  private static Attached.Type type(byte[] bytes) {
    if (bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N') {
      return Attached.Type.PNG;
    }
    if (bytes.length > 3 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8) {
      return Attached.Type.JPEG;
    }
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Attached.Type.TEXT;
    } catch (CharacterCodingException noText) {
      return Attached.Type.OTHER;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fault fault(
      Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new Fault(
        AcceptanceCodes.ATTACHMENT, DOING, String.valueOf(file.getFileName()), why, cause);
  }
}
