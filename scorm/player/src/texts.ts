/** The page's words. */
export type Language = 'sv' | 'en';

const sv = {
  skip: 'Hoppa till kursen',
  brand: 'Metodporten',
  courseHeading: 'Kurs',
  backLink: 'Tillbaka till Metodporten',
  back: 'Spara och gå tillbaka till Metodporten',
  backAnyway: 'Gå tillbaka ändå',
  toTop: 'Till spara och gå tillbaka',
  contentFrame: 'Kursens innehåll',
  statusRegion: 'Sparat arbete',
  loading: 'Kursen öppnas …',
  connecting: 'Ingen kontakt med Metodporten. Vi försöker igen …',
  recovering: 'Det du gjorde sist sparas först …',
  saved: 'Sparat',
  pending: 'Sparas strax',
  waiting: 'Sparas när nätet är tillbaka',
  'waiting-unsafe':
    'Inte sparat än. Stäng inte fönstret: arbetet kan inte sparas på den här datorn medan nätet är borta.',
  'taken-over': 'Fortsätter i ett annat fönster',
  'taken-over-help':
    'Kursen är öppen i ett nyare fönster, kanske på en annan enhet. Fortsätt där. Det här fönstret sparar inte längre.',
  'secret-unknown': 'Inte sparat än',
  'secret-unknown-help':
    'Kursen har varit öppen för länge. Öppna den igen från Metodporten på den här datorn, så sparas det du gjort sist.',
  'ticket-used': 'Öppna kursen igen',
  'ticket-used-help': 'Länken till kursen gäller bara en gång. Gå till Metodporten och öppna kursen därifrån.',
  'other-attempt': 'Inte sparat',
  'other-attempt-help': 'Det här fönstret hör inte längre till ditt försök. Öppna kursen igen från Metodporten.',
  'too-large': 'En del av arbetet kunde inte sparas',
  malformed: 'En del av arbetet kunde inte sparas',
  unsupported: 'Kursen kan inte öppnas',
  'unsupported-help':
    'Kursen är gjord för en standard som Metodporten inte kan visa än. Berätta för den som ansvarar för kursen.',
  noTicket: 'Kursen öppnas från Metodporten',
  'noTicket-help': 'Gå till Metodporten och öppna kursen därifrån.',
  finished: 'Kursen är avslutad och allt är sparat. Du kan gå tillbaka till Metodporten.',
  contents: 'Innehåll',
  contentsDone: '{0} av {1} delar klara',
  next: 'Nästa del',
  previous: 'Föregående del',
  partNow: 'Du är här',
  partClosed: 'Öppnas när du är klar med det som kommer före',
  'part-not attempted': 'Inte påbörjad',
  'part-browsed': 'Påbörjad',
  'part-incomplete': 'Påbörjad',
  'part-failed': 'Inte godkänd',
  'part-completed': 'Klar',
  'part-passed': 'Godkänd',
  partFinished: 'Delen är avslutad och allt är sparat',
  opened: 'Del: {0}',
  choose: 'Välj var du vill fortsätta',
  'choose-help': 'Delen är avslutad. Välj en del i innehållet, eller gå tillbaka till Metodporten.',
  stepping: 'Sparar och går vidare …',
  steppingOffline:
    'Nätet är borta. Det du gjort finns kvar på den här datorn. Vi går vidare så fort nätet är tillbaka.',
  leaving: 'Sparar och går tillbaka …',
  leavingOffline:
    'Nätet är borta. Det du gjort finns kvar på den här datorn och sparas när du öppnar kursen här igen. Du kan också vänta: vi fortsätter försöka.',
} as const;

type Texts = Record<keyof typeof sv, string>;

const en: Texts = {
  skip: 'Skip to the course',
  brand: 'Metodporten',
  courseHeading: 'Course',
  backLink: 'Back to Metodporten',
  back: 'Save and go back to Metodporten',
  backAnyway: 'Go back anyway',
  toTop: 'To save and go back',
  contentFrame: 'Course content',
  statusRegion: 'Saved work',
  loading: 'Opening the course …',
  connecting: 'No contact with Metodporten. Trying again …',
  recovering: 'Saving what you did last time first …',
  saved: 'Saved',
  pending: 'Saving shortly',
  waiting: 'Will be saved when the network is back',
  'waiting-unsafe':
    'Not saved yet. Do not close this window: your work cannot be kept on this computer while the network is gone.',
  'taken-over': 'Continues in another window',
  'taken-over-help':
    'The course is open in a newer window, perhaps on another device. Go on there. This window no longer saves.',
  'secret-unknown': 'Not saved yet',
  'secret-unknown-help':
    'The course has been open for too long. Open it again from Metodporten on this computer, and what you did last will be saved.',
  'ticket-used': 'Open the course again',
  'ticket-used-help': 'The link to the course works only once. Go to Metodporten and open the course from there.',
  'other-attempt': 'Not saved',
  'other-attempt-help': 'This window no longer belongs to your attempt. Open the course again from Metodporten.',
  'too-large': 'Part of your work could not be saved',
  malformed: 'Part of your work could not be saved',
  unsupported: 'The course cannot be opened',
  'unsupported-help':
    'The course is made for a standard that Metodporten cannot show yet. Tell the person responsible for the course.',
  noTicket: 'Open the course from Metodporten',
  'noTicket-help': 'Go to Metodporten and open the course from there.',
  finished: 'The course is finished and everything is saved. You can go back to Metodporten.',
  contents: 'Contents',
  contentsDone: '{0} of {1} parts done',
  next: 'Next part',
  previous: 'Previous part',
  partNow: 'You are here',
  partClosed: 'Opens when you are done with what comes before',
  'part-not attempted': 'Not started',
  'part-browsed': 'Started',
  'part-incomplete': 'Started',
  'part-failed': 'Not passed',
  'part-completed': 'Done',
  'part-passed': 'Passed',
  partFinished: 'The part is finished and everything is saved',
  opened: 'Part: {0}',
  choose: 'Choose where to go on',
  'choose-help': 'The part is finished. Choose a part in the contents, or go back to Metodporten.',
  stepping: 'Saving and going on …',
  steppingOffline: 'The network is gone. What you did is kept on this computer. We go on as soon as the network is back.',
  leaving: 'Saving and going back …',
  leavingOffline:
    'The network is gone. What you did is kept on this computer and will be saved when you open the course here again. You can also wait: we keep trying.',
};

export type TextKey = keyof Texts;

export function textsOf(language: Language): Texts {
  return language === 'en' ? en : sv;
}

export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('en') ? 'en' : 'sv';
}
