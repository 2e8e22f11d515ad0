-- The courses that come with the portal beside ViSam – grunderna.
insert into course_ref (code, name_sv, name_en) values
  ('beslutsstod', 'Beslutsstöd, ABCDE och SBAR', 'Decision support, ABCDE and SBAR'),
  ('metodhandledare', 'Att vara metodhandledare', 'Being a method supervisor');

insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes) values
  ('it-stod', 'IT-stödet för samordnad planering', 'The IT support for coordinated planning (in Swedish)',
   'Vad region och kommun ska berätta för varandra i det gemensamma IT-stödet: rätt uppgift, till rätt mottagare, i rätt tid.',
   'What region and municipality are to tell each other in the shared IT support: the right information, to the right receiver, in time.', 40),
  ('beslutsstod', 'Beslutsstöd, ABCDE och SBAR', 'Decision support, ABCDE and SBAR (in Swedish)',
   'Bedöm en patient i fast ordning, berätta det kort och tydligt och välj rätt vårdnivå. För legitimerad personal, med två fall att öva på.',
   'Assess a patient in a fixed order, tell it briefly and clearly and choose the right level of care. For licensed staff, with two cases to practise.', 45),
  ('metodhandledare', 'Att vara metodhandledare', 'Being a method supervisor (in Swedish)',
   'Vad du gör, vad du får och vart du vänder dig: för dig som är eller ska bli metodhandledare, och för dig som är chef till en.',
   'What you do, what you get and where to turn: for those who are or will be method supervisors, and for their managers.', 35);
