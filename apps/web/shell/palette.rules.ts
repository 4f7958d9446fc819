/** Something that is done from anywhere: an address to go to, or an act of this browser. */
export interface Command {
  id: string;
  words: string;
  /** Other words by which somebody may look for it. */
  also?: string;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The commands that hold every word that was typed; all of them while nothing is typed. */
export function commandsFor<One extends Command>(commands: readonly One[], typed: string): One[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const text = plain(`${command.words} ${command.also ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}
