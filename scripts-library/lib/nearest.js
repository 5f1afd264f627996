/**
 * What a misspelt word was meant to be.
 *
 * const {didYouMean} = load('lib/nearest.js');
 */
(function nearest() {
  /** How many letters have to be changed, added or left out. */
  function distance(left, right) {
    let last = [...right, ''].map((letter, index) => index);
    [...left].forEach((letter, row) => {
      const next = [row + 1];
      [...right].forEach((other, column) => {
        const changed = last[column] + (letter === other ? 0 : 1);
        next.push(Math.min(changed, last[column + 1] + 1, next[column] + 1));
      });
      last = next;
    });
    return last[right.length];
  }

  /** '; did you mean x?', or nothing when no name is near. */
  function didYouMean(word, names) {
    const near = names
      .map((name) => ({name, edits: distance(word.toLowerCase(), name.toLowerCase())}))
      .filter(({name, edits}) => edits <= Math.max(2, Math.floor((word.length + 1) / 3)) && edits < name.length)
      .sort((left, right) => left.edits - right.edits);
    return near.length === 0 ? '' : `; did you mean ${near[0].name}?`;
  }

  return {didYouMean};
})();
